// A Debian package by hand: electron-builder's own needs a tool from GitHub, `dpkg-deb` is on every Debian.
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demand, onPath } from '../command.ts';
import { CACHE, PROJECT, RELEASE } from '../folders.ts';
import { readProduct, type Product } from './product.ts';

const NAME = 'stint';
/** The libraries Chromium loads at start, named so that Debian 12 and Ubuntu 24.04 both find them. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libnotify4',
  'libsecret-1-0',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];

/** Packs the unpacked app as `stint_<version>_amd64.deb`. Gives the file's path, or null where dpkg-deb is missing. */
export async function packDeb(unpacked: string): Promise<string | null> {
  if (onPath('dpkg-deb') === null) return null;
  const product = await readProduct();
  const root = await mkdtemp(join(CACHE, 'deb-making-'));
  try {
    await chmod(root, 0o755);
    await layOut(root, unpacked);
    await writeControl(root, product);
    const file = join(RELEASE, `${NAME}_${product.version}_amd64.deb`);
    // gzip, because every dpkg reads it; the default xz takes minutes for a browser engine.
    await demand('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', root, file]);
    return file;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function layOut(root: string, unpacked: string): Promise<void> {
  await cp(unpacked, join(root, 'opt', 'Stint'), { recursive: true });
  await place(join(root, 'usr', 'share', 'applications', `${NAME}.desktop`), DESKTOP_ENTRY);
  await place(
    join(root, 'usr', 'share', 'doc', NAME, 'copyright'),
    await readFile(join(PROJECT, 'LICENSE'), 'utf8'),
  );
  await mkdir(join(root, 'usr', 'bin'), { recursive: true });
  await symlink('/opt/Stint/stint', join(root, 'usr', 'bin', NAME));
  const icons = join(PROJECT, 'build', 'icons');
  for (const icon of (await readdir(icons)).filter((file) => /^\d+x\d+\.png$/.test(file))) {
    const size = icon.replace('.png', '');
    const target = join(root, 'usr', 'share', 'icons', 'hicolor', size, 'apps', `${NAME}.png`);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(icons, icon), target);
  }
}

const DESKTOP_ENTRY = `[Desktop Entry]
Type=Application
Name=Stint
GenericName=Time tracker
GenericName[de]=Zeiterfassung
Comment=Your timesheet, proposed from what you did
Comment[de]=Dein Stundenzettel, vorgeschlagen aus dem, was du getan hast
Exec=/opt/Stint/stint-app %U
Icon=${NAME}
Terminal=false
Categories=Office;ProjectManagement;
Keywords=time;timesheet;tracking;git;
StartupWMClass=Stint
StartupNotify=false
`;

async function writeControl(root: string, { version, summary, maker }: Product): Promise<void> {
  const size = (await demand('du', ['-sk', root])).split('\t')[0];
  await place(
    join(root, 'DEBIAN', 'control'),
    `Package: ${NAME}
Version: ${version}
Architecture: amd64
Section: utils
Priority: optional
Maintainer: ${maker} <founders@stint.invalid>
Installed-Size: ${size}
Depends: ${DEPENDS.join(', ')}
Recommends: git
Description: Your timesheet, proposed from what you did
 ${summary}
`,
  );
  for (const [script, source] of [
    ['postinst', 'after-install.sh'],
    ['postrm', 'after-remove.sh'],
  ] as const) {
    const target = join(root, 'DEBIAN', script);
    await place(target, await readFile(join(PROJECT, 'build', 'linux', source), 'utf8'));
    await chmod(target, 0o755);
  }
  const sums = await demand('find', ['opt', 'usr', '-type', 'f', '-exec', 'md5sum', '{}', '+'], {
    cwd: root,
  });
  await place(join(root, 'DEBIAN', 'md5sums'), `${sums}\n`);
}

async function place(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
