import './switch.css';

interface SwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** Absent where a label element names it by `id`. */
  label?: string;
  id?: string;
  describedBy?: string | undefined;
}

/** On or off, at once. */
export function Switch({ isOn, onChange, label, id, describedBy }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      aria-describedby={describedBy}
      id={id}
      class="switch"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
