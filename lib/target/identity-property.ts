import { parseFieldPath, printFieldPath } from '@/lib/schema/field-path';

/** A target path as an identity descriptor names it: `/_tenant/charges_data/customer`. */
export function toSourceProperty(target: string): string {
  return parseFieldPath(target)
    .map((step) => `/${'name' in step ? step.name : step.index}`)
    .join('');
}

/** Twin of `toSourceProperty`; older descriptors name standard fields with the prefix `xdm:`. */
export function fromSourceProperty(sourceProperty: string): string {
  const names = sourceProperty.split('/').filter((name) => name !== '');
  return printFieldPath(names.map((name) => ({ name: name.replace(/^xdm:/, '') })));
}
