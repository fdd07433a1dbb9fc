import { makePatientFetch } from '@/components/shell/patient-fetch';

// Before the router asks for anything.
globalThis.fetch = makePatientFetch(globalThis.fetch.bind(globalThis));
