// What a browser's processes use, by what they are for, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time in milliseconds, in steps of 10, and resident memory in megabytes, by kind of process. */
export function processes(profile) {
  const all = new Map();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ');
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      all.set(id, { parent: stat[1], command, milliseconds: (Number(stat[11]) + Number(stat[12])) * 10 });
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (process) => process !== undefined && (process.command.includes(`--user-data-dir=${profile}`) || isOurs(all.get(process.parent)));
  const kinds = {};
  for (const [id, process] of all) {
    if (!isOurs(process)) continue;
    const kind = kindOf(process.command);
    kinds[kind] ??= { milliseconds: 0, megabytes: 0 };
    kinds[kind].milliseconds += process.milliseconds;
    kinds[kind].megabytes += residentOf(id);
  }
  return kinds;
}

function kindOf(command) {
  if (command.includes('--extension-process')) return 'extension';
  const [, type = 'browser'] = /--type=(\S+)/.exec(command) ?? [];
  if (type === 'renderer') return 'pages';
  return type === 'utility' && command.includes('network') ? 'network' : type;
}

/** Shared pages count in parts. */
function residentOf(id) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]) / 1024;
  } catch {
    return 0;
  }
}
