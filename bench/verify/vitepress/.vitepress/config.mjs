export default {
  title: 'Orchard',
  srcDir: 'guides',
  cleanUrls: true,
  ignoreDeadLinks: true,
  rewrites: {
    'parcels/:parcel/src/:rest(.*)': 'parcels/:parcel/:rest',
    'moved.md': 'elsewhere/here.md',
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    de: { label: 'Deutsch', lang: 'de' },
  },
};
