import { decimal, fieldGroup, group, list, type StandardResource, text, use } from './field-builders';
import { xdm } from './standard-ids';

const promotion = { promotionId: text('Promotion ID', 'Promotion that caused it.') };
const points = {
  value: decimal('Points Value', 'How many points.'),
  ...promotion,
  loyaltyProgramId: text('Loyalty Program ID', 'Programme that the points belong to.'),
  transactionId: text('Transaction ID', 'Id of the movement of points.'),
};

/** The field groups that extend an event. */
export const eventFieldGroups: StandardResource[] = [
  fieldGroup(xdm.eventCommerce, 'Commerce Details', 'Buying and selling.', [xdm.experienceEvent], {
    productListItems: list('Product list items', 'Products of the event.', use(xdm.productListItem, '')),
    commerce: use(xdm.commerce, 'Commerce', 'Orders, carts and counters.'),
  }),
  fieldGroup(xdm.eventOrder, 'Order Details', 'An order in a shop or on a web site.', [xdm.experienceEvent], {
    order: use(xdm.storeWebOrder, 'Order', 'The order.'),
    store: group('Store Details', 'The shop.', { storeID: text('Store ID', 'Id of the shop.') }),
    billing: group('Billing Details', 'Who pays.', {
      address: use(xdm.address, 'Billing Address', 'Where the bill goes.'),
    }),
    shipping: use(xdm.shipping, 'Shipping', 'The delivery.'),
    productListItems: list('Product list items', 'Products of the order.', use(xdm.productListItem, '')),
  }),
  fieldGroup(
    xdm.eventServicePayment,
    'Service Payment Details',
    'A payment for a service.',
    [xdm.experienceEvent],
    {
      'service-payment-details': group('', undefined, {
        servicePayment: use(xdm.transaction, 'Service Payment', 'The movement of money.'),
      }),
    },
  ),
  fieldGroup(xdm.eventWeb, 'Web Details', 'What happened on a web page.', [xdm.experienceEvent], {
    web: use(xdm.webInfo, 'Web', 'Page, click and referrer.'),
  }),
  fieldGroup(
    xdm.eventMarketing,
    'Campaign Marketing Details',
    'The campaign behind the event.',
    [xdm.experienceEvent],
    {
      marketing: use(xdm.marketing, 'Marketing', 'Code and name of the campaign.'),
    },
  ),
  fieldGroup(
    xdm.eventLoyalty,
    'Loyalty Event Details',
    'What the event did to loyalty points.',
    [xdm.experienceEvent],
    {
      loyalty: group('Loyalty', 'Discounts, coupons and points.', {
        discounts: list(
          'Discounts',
          'Reductions of the event.',
          group('', undefined, {
            value: decimal('Discount Value', 'How much it saved.'),
            source: text('Discount Source', 'Where it came from.'),
            triggeredForItem: text('Triggered For Item', 'Product that it applies to.'),
            scope: text('Scope', 'Whether it applies to the order or to a line.'),
            ...promotion,
          }),
        ),
        couponRedemption: list(
          'Coupon Redemptions',
          'Coupons used.',
          group('', undefined, {
            id: text('Coupon ID', 'Id of the coupon.'),
            series: text('Coupon Series', 'Id of its series.'),
            seriesName: text('Coupon Series Name', 'Name of its series.'),
            ...promotion,
          }),
        ),
        pointsRedemption: list('Points Redemption', 'Points spent.', group('', undefined, points)),
        pointsGained: list('Points Gained', 'Points earned.', group('', undefined, points)),
        referralRedemption: list(
          'Referral Redemptions',
          'Referral codes used.',
          group('', undefined, { code: text('Referral Code', 'The code.'), ...promotion }),
        ),
      }),
    },
  ),
];
