import type { ErrorData } from '../../lib/core/errors';
import type { Translator } from '../../lib/i18n/translate';
import { Failure, Loading } from '../controls/notices';
import './health-page.css';

/** A copy of the library that can be brought back. */
export interface SnapshotView {
  readonly id: string;
  readonly atMs: number;
  readonly paperCount: number;
  readonly bytes: number;
}

export interface HealthReport {
  readonly savedCount: number;
  readonly seenCount: number;
  readonly usedBytes: number;
  /** What the browser allows; absent where it does not say. */
  readonly allowedBytes?: number;
  /** Whether the browser may clear the data when the disk is full. */
  readonly isPersistent: boolean;
  readonly snapshots: readonly SnapshotView[];
  readonly lastExportAtMs?: number;
  readonly lastError?: { readonly atMs: number; readonly message: string };
  /** What the self-check found wrong, in the reader's language; [] is well; absent before it ran. */
  readonly findings?: readonly string[];
  readonly version: string;
}

export type HealthView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'ready'; readonly report: HealthReport };

export interface HealthPageProps {
  t: Translator;
  view: HealthView;
  nowMs: number;
  onCheck: () => void;
  onRepair: () => void;
  onSnapshot: () => void;
  onRestore: (id: string) => void;
  onExport: () => void;
  onCopyReport: () => void;
  onRetry: () => void;
}

/** How the library is: room, copies, the last error, a check of itself. */
export function HealthPage(props: HealthPageProps) {
  const { t, view } = props;
  return (
    <div class="scroll page health">
      <h2>{t('health')}</h2>
      {view.kind === 'loading' && <Loading t={t} />}
      {view.kind === 'failed' && <Failure t={t} error={view.error} onRetry={props.onRetry} />}
      {view.kind === 'ready' && <Report {...props} report={view.report} />}
    </div>
  );
}

const BYTES_PER_MB = 1_000_000;

function Report(props: HealthPageProps & { report: HealthReport }) {
  const { t, report, nowMs } = props;
  const megabytes = (bytes: number) => t('megabytes', Math.round(bytes / BYTES_PER_MB));
  const used = megabytes(report.usedBytes);
  const lines: readonly [string, string][] = [
    [t('healthSaved'), t.count('papers', report.savedCount)],
    [t('healthSeen'), t.count('papers', report.seenCount)],
    [
      t('healthRoom'),
      report.allowedBytes ? t('ofTotal', used, megabytes(report.allowedBytes)) : used,
    ],
    [t('healthKept'), t(report.isPersistent ? 'healthPersistent' : 'healthNotPersistent')],
    [t('healthExport'), report.lastExportAtMs ? t.day(report.lastExportAtMs, nowMs) : t('never')],
    [
      t('healthError'),
      report.lastError
        ? `${t.day(report.lastError.atMs, nowMs)}: ${report.lastError.message}`
        : t('none'),
    ],
    [t('healthVersion'), report.version],
  ];
  return (
    <>
      <dl class="health-lines">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="page-actions">
        <button type="button" class="button" onClick={props.onExport}>
          {t('exportBackup')}
        </button>
        <button type="button" class="button" onClick={props.onCopyReport}>
          {t('copyReport')}
        </button>
      </p>
      <SelfCheck {...props} />
      <Snapshots {...props} />
    </>
  );
}

function SelfCheck({ t, report, onCheck, onRepair }: HealthPageProps & { report: HealthReport }) {
  const { findings } = report;
  return (
    <section>
      <h3>{t('selfCheck')}</h3>
      <div role="status">
        {findings === undefined && <p class="hint">{t('selfCheckWhy')}</p>}
        {findings?.length === 0 && <p>{t('selfCheckWell')}</p>}
        {findings?.map((finding) => (
          <p key={finding} class="warn">
            {finding}
          </p>
        ))}
      </div>
      <p class="page-actions">
        <button type="button" class="button" onClick={onCheck}>
          {t('check')}
        </button>
        {findings !== undefined && findings.length > 0 && (
          <button type="button" class="button button-primary" onClick={onRepair}>
            {t('repair')}
          </button>
        )}
      </p>
    </section>
  );
}

function Snapshots(props: HealthPageProps & { report: HealthReport }) {
  const { t, report, nowMs } = props;
  return (
    <section>
      <h3>{t('snapshots')}</h3>
      <p class="hint">{t('snapshotsWhy')}</p>
      <ul class="health-snapshots">
        {report.snapshots.map(({ id, atMs, paperCount }) => (
          <li key={id}>
            <span>{t.day(atMs, nowMs)}</span>
            <span class="hint">{t.count('papers', paperCount)}</span>
            <button
              type="button"
              class="button"
              aria-label={t('restoreFrom', t.day(atMs, nowMs))}
              onClick={() => props.onRestore(id)}
            >
              {t('restore')}
            </button>
          </li>
        ))}
      </ul>
      <p class="page-actions">
        <button type="button" class="button" onClick={props.onSnapshot}>
          {t('snapshotNow')}
        </button>
      </p>
    </section>
  );
}
