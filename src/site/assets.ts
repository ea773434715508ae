import { dirname, join } from 'node:path';
import { isCheckout } from './is-checkout.ts';
import type { Route } from './route.ts';
import { folderOf, type PlacedPage } from './site-index.ts';

export function assetPlaces({ address, source }: Pick<Route, 'address' | 'source'>): readonly string[] {
  const { path } = address;
  if (!path.startsWith('/')) return [join(folderOf(source), path)];
  const { project, root } = source.root;
  return [join(project, 'public', path), join(project, 'static', path), join(project, path), join(root, path)];
}

const MEDIA = /\.(?:avif|gif|jpe?g|mp4|pdf|png|svg|webm|webp)$/i;

/**
 * The place of a picture or a document that is not where its folder is. An export of the docs alone has no pictures, so only a whole
 * checkout proves something.
 */
export function lostAsset({ address, source, index }: Route): string | undefined {
  if (!MEDIA.test(address.path) || !isCheckout(source.root.project, index.files)) return undefined;
  const places = assetPlaces({ address, source });
  if (places.some((place) => index.files.isIgnored(place))) return undefined;
  return places.find((place) => index.files.stat(dirname(place)) === 'folder' && !isTop(dirname(place), source));
}

/** `/logo.png` may be made by a route of the app. */
function isTop(folder: string, { root: { project, root } }: PlacedPage): boolean {
  return [project, root, join(project, 'public'), join(project, 'static')].includes(folder);
}
