import { basename, dirname, join } from 'node:path';
import { demand } from '../command.ts';
import { RELEASE } from '../folders.ts';
import { readProduct } from './product.ts';

/** Packs the unpacked app as `stint-<version>-linux-x64.tar.gz` with one folder of that name in it. Gives the file's path. */
export async function packTar(unpacked: string): Promise<string> {
  const { version } = await readProduct();
  const name = `stint-${version}-linux-x64`;
  const file = join(RELEASE, `${name}.tar.gz`);
  const rename = `s,^${basename(unpacked)},${name},`;
  await demand('tar', [
    '-C',
    dirname(unpacked),
    '--owner=0',
    '--group=0',
    '--transform',
    rename,
    '-czf',
    file,
    basename(unpacked),
  ]);
  return file;
}
