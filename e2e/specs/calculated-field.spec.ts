import { expect, test } from '../fixtures';
import { startStripeAtMap } from '../support/wizard';

test('a calculation in a plain box, by single clicks, from a formula', async ({ signedIn: page }) => {
  await startStripeAtMap(page);
  await page.getByRole('button', { name: 'Find a field or action' }).click();
  await page.getByRole('option', { name: 'Write a calculated field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calculated field' });
  await dialog.getByRole('combobox', { name: 'Target field to calculate' }).fill('billing_details.email');
  await page.getByRole('option', { name: /billing_details\.email$/ }).click();
  await dialog.getByRole('button', { name: 'Write the calculation' }).click();
  await dialog.getByText('Plain text box').click();
  const box = dialog.getByRole('textbox', { name: /^Expression for/ });
  await dialog.getByRole('tab', { name: /^Formulas/ }).click();
  await dialog
    .getByRole('button', { name: 'Use “E-mail as SHA-256” with data.billing_details.email' })
    .click();
  await expect(box).toHaveValue('sha256(lower(trim(data.billing_details.email)), "UTF-8")');
  await expect(dialog.getByTestId('expression-result')).toHaveText(/^"[0-9a-f]{64}"$/);
  await box.fill(`"${'x'.repeat(4095)}"`);
  await expect(dialog.getByTestId('expression-length')).toHaveText('4,097 of 4,096 characters');
  await dialog.getByRole('button', { name: 'Take my changes back' }).click();
  await expect(box).toHaveValue('');
  await dialog.getByText('Plain text box').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByTestId('counter-mapped')).toHaveText(/^0 of/);
});
