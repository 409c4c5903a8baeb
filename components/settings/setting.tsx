import { useId, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Confirm } from '../controls/confirm';
import { Switch } from '../controls/switch';
import type { SettingControl, SettingValue, SettingView } from './setting-view';

interface SettingProps {
  t: Translator;
  setting: SettingView;
  onChange: (value: SettingValue) => void;
  onAction: () => void;
}

/** One setting with its control at the end of the line. */
export function Setting({ t, setting, onChange, onAction }: SettingProps) {
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
      {setting.control.kind === 'action' ? (
        <Action {...{ t, id, onAction }} title={setting.label} control={setting.control} />
      ) : (
        <Control id={id} hintId={hintId} control={setting.control} onChange={onChange} />
      )}
    </div>
  );
}

interface ActionProps {
  t: Translator;
  id: string;
  title: string;
  control: Extract<SettingControl, { kind: 'action' }>;
  onAction: () => void;
}

/** A button that asks before it does. */
function Action({ t, id, title, control, onAction }: ActionProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" id={id} class="button button-danger" onClick={() => setAsking(true)}>
        {control.text}
      </button>
      {isAsking && (
        <Confirm
          {...{ t, title }}
          text={control.question}
          action={control.text}
          onConfirm={() => {
            setAsking(false);
            onAction();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface ControlProps {
  id: string;
  hintId: string | undefined;
  control: Exclude<SettingControl, { kind: 'action' }>;
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
