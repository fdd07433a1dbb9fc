const longestName = 160;
// Compounds in which letters and digits belong together.
const compounds = /e_?var(?=s?_?\d|s?$)|b2b|b2c|ip_?v[46]|md5|sha\d+|utf8|mp3|mp4|h26[45]/gi;

/**
 * The words of a name in lower case without accents: `expMonth`, `EXP_MONTH` and `exp-month` are the same; digits are
 * words of their own. Letters of any script are kept.
 */
export function splitName(name: string): string[] {
  const kept: string[] = [];
  return name
    .slice(0, longestName)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .replace(compounds, (found) => {
      kept.push(found.toLowerCase().replace('_', ''));
      return ` \uE000${kept.length - 1}\uE001 `;
    })
    .replace(/(\p{Ll}|\p{Lo})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, (_, head: string, tail: string) => `${head} ${tail}`)
    .replace(/(?<![\uE000\d])(\d+)(?!\d*\uE001)/g, ' $1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\uE000\uE001]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.startsWith('\uE000') ? (kept[Number(word.slice(1, -1))] ?? word) : word));
}

/** A word without its plural ending. */
export function stemWord(word: string): string {
  if (word.length <= 3 || !word.endsWith('s')) return word;
  if (/(ss|us|is|os|as)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The names along a printed path, without brackets, escapes and wrapping. */
export function splitPath(path: string): string[] {
  if (!path.includes('\\') && !path.includes('${')) {
    return path
      .replace(/\[[^\]]*\]/g, '')
      .split('.')
      .filter((name) => name !== '');
  }
  const names: string[] = [];
  for (const [, wrapped, bare] of path.matchAll(/\$\{((?:\\.|[^\\}])*)\}|((?:\\.|[^\\.[\]])+)|\[[^\]]*\]/g)) {
    const name = (wrapped ?? bare ?? '').replace(/\\(.)/g, '$1');
    if (name !== '') names.push(name);
  }
  return names;
}
