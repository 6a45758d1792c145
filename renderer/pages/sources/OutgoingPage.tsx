import { IconArrowUpRight, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { outgoingQuery, settingsQuery } from '../../client/queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useHostWords } from '../../hooks/host-words.ts';
import '../../styles/sources.css';
import '../../styles/outgoing.css';

/** Everything that can leave this machine: to whom, what, when, whether it does, and which setting decides. */
export function OutgoingPage() {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const { data, error, refetch } = useQuery(outgoingQuery());
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const rows = data.toSorted((a, b) => Number(b.on) - Number(a.on));
  const count = data.filter(({ on }) => on).length;
  return (
    <>
      <header className="page-head">
        <div className="page-head-words">
          <h1 className="page-title">{t('outgoing.title')}</h1>
          <p className="page-lead">
            {t('outgoing.lead')}{' '}
            <a className="link-button" href="#/sources">
              {t('outgoing.back')}
            </a>
          </p>
        </div>
      </header>
      <div className="page-body">
        <p className="outgoing-count">
          {count === 0 ? t('outgoing.none') : t('outgoing.nowOn', { count, all: data.length })}
        </p>
        <div className="surface outgoing">
          <table>
            <thead>
              <tr>
                {(['state', 'to', 'what', 'when', 'setting'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`outgoing.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.to} ${row.setting} ${row.what}`} className={row.on ? 'is-on' : 'is-off'}>
                  <td>
                    <span className="outgoing-state">
                      {row.on ? (
                        <IconArrowUpRight size={16} aria-hidden />
                      ) : (
                        <IconCircleDashed size={16} aria-hidden />
                      )}
                      {t(row.on ? 'outgoing.on' : 'outgoing.off')}
                    </span>
                  </td>
                  <th scope="row">{hostWords(row.to)}</th>
                  <td>{hostWords(row.what)}</td>
                  <td>{hostWords(row.when)}</td>
                  <td>
                    <Decides setting={row.setting} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

/** A setting leads to Settings; a token is kept with its connection. */
function Decides({ setting }: { setting: string }) {
  const { data = [] } = useQuery(settingsQuery());
  const isSetting = data.some(({ key }) => key === setting);
  const href = !isSetting
    ? '#/connections'
    : /^(calendar\.ics|google\.)/.test(setting)
      ? '#/sources'
      : `#/settings?find=${setting}`;
  return (
    <a className="link-button" href={href}>
      <code>{setting}</code>
    </a>
  );
}
