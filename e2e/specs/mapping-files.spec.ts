import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { applyPreset, chooseConsents, connectOneTrust, goToData, startOnboarding } from '../support/wizard';

const preset = 'Adobe’s published mapping for charges';
const target = '_tributarydemo.charges_data';

test('mappings leave as a file and come back as a comparison, of which only what is chosen is taken', async ({
  signedIn: page,
  ready,
}) => {
  await ready.atMap();
  await applyPreset(page, preset, 36);
  await page.getByRole('button', { name: 'File' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/-mappings\.csv$/);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(38);

  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import mappings' });
  const edited = csv
    .replace(`data.amount,${target}.amount,`, `data.amount_captured,${target}.amount,`)
    .concat(
      `ATTRIBUTE,data.description,${target}.description,,,\r\nATTRIBUTE,data.nothing,${target}.invoice,,,\r\n`,
    );
  await dialog
    .getByLabel('Mapping file')
    .setInputFiles({ name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) });
  await expect(dialog.getByText('1 new, 1 changed, 35 the same, 1 refused.')).toBeVisible();
  await expect(dialog.getByText('The source has no field “data.nothing”.')).toBeVisible();
  await checkAccessibility(page);
  await dialog
    .getByRole('row')
    .filter({ hasText: `${target}.description` })
    .locator('label')
    .click();
  await dialog.getByRole('button', { name: 'Import 1 mapping' }).click();
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByTestId(`mapping-row:data.amount_captured→${target}.amount`)).toBeVisible();
  await expect(page.getByText('36 mappings', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Import “edited.csv”' }).click();
  await expect(page.getByTestId(`mapping-row:data.amount→${target}.amount`)).toBeVisible();
});

test('a file that cannot be read says why and where', async ({ signedIn: page, ready }) => {
  await ready.atMap();
  await page.getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import mappings' });
  const choose = (name: string, buffer: Buffer) =>
    dialog.getByLabel('Mapping file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await choose('book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await expect(dialog.getByText('This is a workbook, not a text.')).toBeVisible();
  await choose('big.csv', Buffer.alloc(4_000_001, 0x61));
  await expect(dialog.getByText(/at most .* are read\.$/)).toBeVisible();
  await choose('columns.csv', Buffer.from('\uFEFFa;b\r\n1;2\r\n', 'utf16le'));
  await expect(dialog.getByText('Line 1: There is no column “destination”.')).toBeVisible();
  await choose('quote.csv', Buffer.from('source,destination\r\n"data.id,_id'));
  await expect(
    dialog.getByText('Line 2, column 1: A quotation mark is opened here and never closed.'),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});

test('a privacy officer says which purpose means which choice, and the consent fields are filled', async ({
  signedIn: page,
}) => {
  await startOnboarding(page, 'OneTrust Integration');
  await connectOneTrust(page);
  await goToData(page);
  await chooseConsents(page);
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: 'Adobe’s consent fields…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fill Adobe’s consent fields' });
  await expect(dialog.getByText('The new schema gets the consent fields')).toBeVisible();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: /marketing by e-mail\?/ }).click();
  await page.getByRole('option', { name: 'Email marketing', exact: true }).click();
  await dialog.getByText('No by default', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Map 3 fields' }).click();
  await expect(page.getByTestId('counter-errors')).toHaveText('No errors');
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'consents.marketing.email.val', exact: true })).toBeVisible();
  await expect(page.getByText('3 mappings', { exact: true })).toBeVisible();
  await expect(page.getByText(/Purpose “Email marketing”: active is yes/)).toBeVisible();
});
