import {
  choice,
  dataType,
  dateTime,
  decimal,
  deprecated,
  type Fields,
  flag,
  group,
  list,
  type StandardResource,
  text,
  use,
  whole,
} from './field-builders';
import { xdm } from './standard-ids';

const paymentTypes = {
  cash: 'Cash',
  credit_card: 'Credit Card',
  debit_card: 'Debit Card',
  gift_card: 'Gift Card',
  check: 'Check',
  paypal: 'PayPal',
  wire_transfer: 'Wire Transfer',
  credit_card_reference: 'Credit Card Reference Transaction',
  other: 'Other',
};

const currencyCode = (title: string) =>
  text(title, 'ISO 4217 code of the currency.', { pattern: '^[A-Z]{3}$' });

const measures: Record<string, string> = {
  cartAbandons: 'Cart Abandons',
  checkouts: 'Checkouts',
  productListAdds: 'Product List (Cart) Adds',
  productListOpens: 'Product List (Cart) Opens',
  productListRemovals: 'Product List (Cart) Removals',
  productListReopens: 'Product List (Cart) Reopens',
  productListViews: 'Product List (Cart) Views',
  productViews: 'Product Views',
  purchases: 'Purchases',
  saveForLaters: 'Save For Laters',
  inStorePurchase: 'In Store Purchase',
  instantPurchase: 'Measure',
  requisitionListOpens: 'Requisition List Opens',
  requisitionListDeletes: 'Requisition List Deletes',
  requisitionListAdds: 'Requisition List Adds',
  requisitionListRemovals: 'Requisition List Removals',
};

const measureFields: Fields = Object.fromEntries(
  Object.entries(measures).map(([name, title]) => [
    name,
    use(xdm.measure, title, `How often this happened: ${title}.`),
  ]),
);

/** Money, orders, payments, products and what happens to them. */
export const commerceDataTypes: StandardResource[] = [
  dataType(xdm.measure, 'Measure', 'Something that can be counted.', {
    id: text('Unique Identifier', 'Keeps the same event from being counted twice.'),
    value: decimal('', 'How much to count.'),
  }),
  dataType(xdm.currency, 'Currency', 'An amount of money.', {
    amount: decimal('Amount', 'The amount in major units.'),
    currencyCode: currencyCode('Currency Code'),
    conversionDate: dateTime('Conversion Date', 'Day of the exchange rate.'),
  }),
  dataType(xdm.paymentItem, 'Payment item', 'One payment of an order.', {
    transactionID: text('Transaction ID', 'Id of the payment.'),
    paymentAmount: decimal('Payment Amount', 'What was paid.'),
    paymentType: choice('Payment Type', 'How it was paid.', paymentTypes, false),
    currencyCode: currencyCode('Currency Code'),
  }),
  dataType(xdm.refundItem, 'Refund Item', 'One refund of an order.', {
    transactionID: text('Transaction ID', 'Id of the refund.'),
    refundAmount: decimal('Refund Amount', 'What was paid back.'),
    refundReason: choice('Refund Reason', 'Why it was paid back.', {
      return: 'Return',
      price_adjustment: 'Price Adjustment',
    }),
    refundPaymentType: choice('Refund Payment Type', 'How it was paid back.', paymentTypes),
    currencyCode: currencyCode('Currency Code'),
  }),
  dataType(xdm.order, 'Order', 'What a customer bought.', {
    purchaseID: text('Purchase ID', 'Id that the seller gives to the purchase.'),
    purchaseOrderNumber: text('Purchase Order Number', 'Number that the buyer gives to the purchase.'),
    payments: list('Payment List', 'The payments of the order.', use(xdm.paymentItem, '')),
    refunds: list('Refunds List', 'The refunds of the order.', use(xdm.refundItem, '')),
    returns: group('Return Info', 'Goods that came back.', {
      returnID: text('Return ID', 'Id of the return.'),
      returnStatus: text('Return Status', 'How far the return has come.'),
      purchaseID: text('Order Purchase ID', 'The purchase that the goods belong to.'),
    }),
    currencyCode: currencyCode('Currency'),
    taxAmount: decimal('Tax Amount', 'Taxes of the order.'),
    discountAmount: decimal('Discount Amount', 'Reduction of the whole order.'),
    priceTotal: decimal('Price Total', 'Price after reductions and taxes.'),
    orderType: choice('Order Type', 'How the order was placed.', {
      checkout: 'checkout',
      instant_purchase: 'Instant Purchase',
    }),
    lastUpdatedDate: dateTime('Last Updated Date', 'When the order last changed.'),
    createdDate: dateTime('Created Date', 'When the order was placed.'),
    cancelDate: dateTime('Cancel Date', 'When the order was cancelled.'),
    refundTotal: decimal('Total Amount Refunded', 'Sum of all refunds.'),
  }),
  dataType(xdm.returnItem, 'Return Item', 'A product that comes back.', {
    returnStatus: text('Return Status', 'How far the return has come.'),
    returnReason: text('Return Reason', 'Why the product comes back.'),
    returnItemCondition: text('Return Item Condition', 'The state that it is in.'),
    returnResolution: text('Return Resolution', 'What the customer gets for it.'),
    returnQuantityRequested: whole('Return Quantity Requested', 'Pieces that the customer wants to return.'),
    returnQuantityAuthorized: whole('Return Quantity Authorized', 'Pieces that the seller agreed to take.'),
    returnQuanitityAuthorized: deprecated(whole('Return Quantity Authorized', 'Misspelt predecessor.')),
    returnQuantityReceived: whole('Return Quantity Received', 'Pieces that arrived.'),
    returnQuantityApproved: whole('Return Quantity Approved', 'Pieces that were accepted.'),
  }),
  dataType(
    xdm.productListItem,
    'Product list item',
    'A product as chosen by a customer: options, quantity and price.',
    {
      SKU: text('SKU', 'Stock keeping unit of the seller.'),
      _id: text('Line item ID.', 'Id of the line, not of the product.', { format: 'uri-reference' }),
      product: text('Product', 'Id of the product itself.', { format: 'uri' }),
      name: text('Name', 'Name shown to the customer.'),
      productImageUrl: text('Product Image URL', 'Picture of the product.'),
      productAddMethod: text('Product add method', 'How the product came into the list.'),
      currencyCode: currencyCode('Currency code'),
      quantity: whole('Quantity', 'Number of pieces.'),
      priceTotal: decimal('Price total', 'Price of the line.'),
      selectedOptions: list(
        'Selected Options',
        'What the customer chose about the product.',
        group('', undefined, {
          attribute: text('Configurable attribute name', 'What can be chosen, such as size.'),
          value: text('Selected option value', 'What was chosen.'),
        }),
      ),
      discountAmount: decimal('Discount Amount', 'Reduction of the line.'),
      refundAmount: decimal('Refund Amount', 'What was paid back for the line.'),
      productCategories: list(
        'Product categories',
        'Categories that the product is in.',
        group('', undefined, {
          categoryID: text('Category identifier.', 'Id of the category.'),
          categoryName: text('Category name', 'Name of the category.'),
          categoryPath: text('Category path', 'Place of the category in the tree.'),
        }),
      ),
      returnItem: use(xdm.returnItem, 'Return Item', 'The return of this product.'),
      unitOfMeasureCode: text('Product Unit Of Measure Code', 'Unit that the quantity counts.'),
    },
  ),
  dataType(xdm.cart, 'Cart', 'A list of products before they are bought.', {
    cartID: text('Cart ID', 'Id of the cart.'),
    cartSource: text('Cart Source', 'Where the cart was filled.'),
  }),
  dataType(xdm.shipping, 'Shipping', 'How goods are sent.', {
    shippingMethod: text('Shipping Method', 'Kind of delivery.'),
    shippingAmount: decimal('Shipping Amount', 'Price of the delivery.'),
    currencyCode: currencyCode('Currency code'),
    shippingDestination: choice('Shipping Destination', 'Where goods are handed over.', {
      home: 'Home',
      store: 'Store',
    }),
    shipDate: dateTime('Ship Date', 'When the goods left.'),
    address: use(xdm.address, 'Shipping Address', 'Where the goods go.'),
    trackingNumber: decimal('Tracking Number', 'Number under which the parcel is tracked.'),
    trackingURL: text('Tracking URL', 'Page that tracks the parcel.'),
  }),
  dataType(xdm.commerce, 'Commerce', 'Buying and selling: orders, carts and counters.', {
    order: use(xdm.order, 'Order', 'The order of this event.'),
    promotionID: text('Promotion ID', 'Promotion that applies.'),
    ...measureFields,
    cart: use(xdm.cart, 'Cart', 'The cart of this event.'),
    shipping: use(xdm.shipping, 'Shipping', 'The delivery of this event.'),
    billing: group('Billing', 'Who pays.', {
      address: use(xdm.address, 'Billing Address', 'Where the bill goes.'),
    }),
    requisitionList: group('Requisition List', 'A list for repeated orders.', {
      ID: text('Requisition List ID', 'Id of the list.'),
      name: text('Requisition List Name', 'Name of the list.'),
      description: text('Requisition List Description', 'What the list is for.'),
    }),
    commerceScope: group('Scope', 'The shop that the event belongs to.', {
      environmentID: text('Environment ID', 'Installation of the shop software.'),
      websiteCode: text('Website Code', 'Web site.'),
      storeCode: text('Store Code', 'Shop.'),
      storeViewCode: text('Store View Code', 'Language or look of the shop.'),
    }),
  }),
  dataType(xdm.transaction, 'Transaction', 'One movement of money.', {
    transactionAmount: use(xdm.currency, 'Transaction Amount', 'How much money moved.'),
    transactionID: text('Transaction ID', 'Id of the movement.'),
    transactionDate: dateTime('Transaction Date', 'When the money moved.'),
    transactionType: text('Transaction Type', 'What kind of movement it was.'),
  }),
  dataType(xdm.storeWebOrder, 'Store or web order', 'An order placed in a shop or on a web site.', {
    orderID: text('Order ID', 'Id of the order.'),
    orderDate: dateTime('Order Date', 'When it was placed.'),
    priceTotal: decimal('Price Total', 'Price of the order.'),
    payment: use(xdm.paymentItem, 'Payment Details', 'How it was paid.'),
  }),
  dataType(xdm.webInfo, 'Web information', 'What happened on a web page.', {
    webPageDetails: group('Web page details', 'The page.', {
      siteSection: text('Site section', 'Part of the site.'),
      name: text('Name', 'Name of the page.'),
      viewName: text('View Name', 'View inside the page.'),
      URL: text('URL', 'Address of the page.'),
      server: text('Server', 'Machine that sent the page.'),
      isErrorPage: flag('Is error page', 'Whether the page reports an error.'),
      isHomePage: flag('Is home page', 'Whether the page is the first of the site.'),
      isPreRendered: flag('Is pre-rendered', 'Whether the page was drawn before it was asked for.'),
      pageViews: use(xdm.measure, 'Page Views', 'How often the page was seen.'),
    }),
    webInteraction: group('Web interaction', 'A click or the like.', {
      type: choice(
        'Type',
        'What kind of link was used.',
        { download: 'Download', exit: 'Exit', other: 'Other' },
        false,
      ),
      URL: text('URL', 'Address of the link.'),
      name: text('Name', 'Name of the link.'),
      region: text('Region', 'Part of the page with the link.'),
      linkClicks: use(xdm.measure, 'Link Clicks', 'How often it was clicked.'),
    }),
    webReferrer: group('Web referrer', 'Where the visitor came from.', {
      URL: text('URL', 'Address of the page before.'),
      type: text('Type', 'Kind of the page before.'),
    }),
  }),
  dataType(xdm.marketing, 'Marketing', 'The campaign behind an event.', {
    trackingCode: text('Tracking code', 'Code that names the campaign in links.'),
    campaignName: text('Campaign name', 'Name of the campaign.'),
    campaignGroup: text('Campaign group', 'Group of campaigns.'),
  }),
];
