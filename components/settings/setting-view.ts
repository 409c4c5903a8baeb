/** One setting: what it is called, what it does, and what it can be. */
export interface SettingView {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  /** What changes with it; '' where the label says it. */
  readonly hint: string;
  readonly control: SettingControl;
}

export type SettingControl =
  | { readonly kind: 'switch'; readonly value: boolean }
  | {
      readonly kind: 'choice';
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly text: string }[];
    }
  | { readonly kind: 'number'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly value: string }
  /** Something to do that cannot be undone: `question` says what is lost before it is done. */
  | { readonly kind: 'action'; readonly text: string; readonly question: string };

export type SettingValue = boolean | string | number;

/** A site that is read once it is allowed, and what it is now. */
export interface SiteView {
  readonly id: string;
  readonly name: string;
  /** "openreview.net". */
  readonly host: string;
  readonly isAllowed: boolean;
  /** The two main sites are part of the install and cannot be given back here. */
  readonly isFixed: boolean;
  /** Switched off while it stays allowed. */
  readonly isOn: boolean;
}
