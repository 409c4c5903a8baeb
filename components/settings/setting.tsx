import { useId } from 'preact/hooks';
import { Switch } from '../controls/switch';
import type { SettingControl, SettingValue, SettingView } from './setting-view';

interface SettingProps {
  setting: SettingView;
  onChange: (value: SettingValue) => void;
}

/** One setting with its control at the end of the line. */
export function Setting({ setting, onChange }: SettingProps) {
  const id = useId();
  const hintId = setting.hint === '' ? undefined : `${id}-hint`;
  return (
    <div class="setting">
      <div>
        <label for={id}>{setting.label}</label>
        {hintId && (
          <p id={hintId} class="hint">
            {setting.hint}
          </p>
        )}
      </div>
      <Control id={id} hintId={hintId} control={setting.control} onChange={onChange} />
    </div>
  );
}

interface ControlProps {
  id: string;
  hintId: string | undefined;
  control: SettingControl;
  onChange: (value: SettingValue) => void;
}

function Control({ id, hintId, control, onChange }: ControlProps) {
  const common = { id, 'aria-describedby': hintId };
  switch (control.kind) {
    case 'switch':
      return <Switch id={id} describedBy={hintId} isOn={control.value} onChange={onChange} />;
    case 'choice':
      return (
        <select
          {...common}
          class="field"
          value={control.value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {control.options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <input
          {...common}
          type="number"
          class="field"
          min={control.min}
          max={control.max}
          value={control.value}
          onChange={(event) => {
            const value = event.currentTarget.valueAsNumber;
            if (event.currentTarget.checkValidity() && !Number.isNaN(value)) onChange(value);
          }}
        />
      );
    case 'text':
      return (
        <input
          {...common}
          type="text"
          class="field"
          value={control.value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
