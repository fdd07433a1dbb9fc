/** `Accept` of the registry: lists take no version, look-ups must name the major one. */
export const registryMediaTypes = {
  listOfIds: 'application/vnd.adobe.xed-id+json',
  list: 'application/vnd.adobe.xed+json',
  one: 'application/vnd.adobe.xed+json; version=1',
  oneResolved: 'application/vnd.adobe.xed-full+json; version=1',
  descriptors: 'application/vnd.adobe.xdm+json',
} as const;
