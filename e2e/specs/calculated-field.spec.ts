import { expect, test } from '../fixtures';
import { checkAccessibility } from '../support/check-accessibility';
import { expectMap, openTargetFields, sourceRow, targetRow } from '../support/wizard';

const filled = '_tributarydemo.charges_data.object';

test('calculations are written with completion by keyboard, and by single clicks in a plain box from a formula', async ({
  signedIn: page,
  ready,
  emulator,
}) => {
  const since = await emulator.position();
  await ready.atMap();
  await openTargetFields(page);
  await targetRow(page, filled).click();
  await page.keyboard.press('=');
  const dialog = page.getByRole('dialog', { name: 'Calculated field' });
  const written = dialog.getByRole('textbox', { name: `Expression for ${filled}` });
  const spoken = page.locator('[data-live-announcer]').first();
  await expect(written).toBeFocused();

  await page.keyboard.type('uppr(data.currency)');
  await expect(
    dialog.getByRole('button', { name: /There is no function “uppr”: did you mean “upper”/ }),
  ).toBeVisible();
  await expect(spoken).toContainText('There is no function “uppr”');
  // What is wrong is kept, and is an error of its row.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('counter-errors')).toHaveText('1 error');
  await page.keyboard.press('F8');
  await expect(targetRow(page, filled)).toBeFocused();
  await page.keyboard.press('=');
  await expect(written).toHaveText('uppr(data.currency)');

  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('upp');
  await expect(page.getByRole('option', { name: /^upper/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog.getByTestId('expression-signature')).toContainText('Writes a text in capital letters.');
  await page.keyboard.type('curren');
  await expect(page.getByRole('option', { name: /^data\.currency/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await checkAccessibility(page);
  await page.keyboard.press('Enter');
  await expect(written).toHaveText('upper(data.currency)');
  await expect(dialog.getByTestId('expression-result')).toHaveText(/^"[A-Z]{3}"$/);
  await expect(dialog.getByText('10 of 10 records get a value.')).toBeVisible();
  await expect(spoken).toContainText(/Record 1 gives "[A-Z]{3}"/);
  await page.keyboard.press('Tab');
  await expect(written).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(targetRow(page, filled)).toContainText('filled from the calculation upper(data.currency)');

  await page.getByRole('button', { name: 'Check with Adobe' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('The same as worked out here, field by field.')).toBeVisible();
  const asked = await emulator.journal({ since, op: 'dataPrep.mappingSets.preview' });
  expect(asked.at(-1)?.requestBody).toMatchObject({
    mappingSet: {
      mappings: [{ sourceType: 'EXPRESSION', source: 'upper(data.currency)', destination: filled }],
    },
  });

  await page.reload();
  await expectMap(page);
  await openTargetFields(page);
  await expect(targetRow(page, filled)).toContainText('filled from the calculation upper(data.currency)');
  // One visit to the editor is one step.
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect(targetRow(page, filled)).toContainText('filled from the calculation uppr(data.currency)');

  await sourceRow(page, 'data.id').click();
  await page.getByRole('button', { name: 'Find a field or action' }).click();
  await page.getByRole('option', { name: 'Write a calculated field' }).click();
  await dialog.getByRole('combobox', { name: 'Target field to calculate' }).fill('billing_details.email');
  await page.getByRole('option', { name: /billing_details\.email$/ }).click();
  await dialog.getByRole('button', { name: 'Write the calculation' }).click();
  await dialog.getByText('Plain text box').click();
  const plain = dialog.getByRole('textbox', { name: /^Expression for/ });
  await dialog.getByRole('tab', { name: /^Formulas/ }).click();
  await dialog
    .getByRole('button', { name: 'Use “E-mail as SHA-256” with data.billing_details.email' })
    .click();
  await expect(plain).toHaveValue('sha256(lower(trim(data.billing_details.email)), "UTF-8")');
  await expect(dialog.getByTestId('expression-result')).toHaveText(/^"[0-9a-f]{64}"$/);
  await plain.fill(`"${'x'.repeat(4095)}"`);
  await expect(dialog.getByTestId('expression-length')).toHaveText('4,097 of 4,096 characters');
  await dialog.getByRole('button', { name: 'Take my changes back' }).click();
  await expect(plain).toHaveValue('');
  await dialog.getByText('Plain text box').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^1 of/);
});
