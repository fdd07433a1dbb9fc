import type { Json } from '../../contract';
import type { Source, VendorRefusal } from '../source';
import { dataSubjectRecord } from './data-subjects';

const knownHost = 'demo.onetrust.example';

/** OneTrust: one stream of data subjects, records below `content`. */
export const onetrust: Source = {
  connectionSpecId: 'cf16d886-c627-4872-9936-fb08d6cba8cc',
  name: 'onetrust-integration',
  authFields: [
    { name: 'host', secret: false },
    { name: 'accessToken', secret: true },
  ],
  streams: [
    {
      resourcePath: '',
      history: { count: 208, stepMs: 6 * 3_600_000 },
      liveStepMs: 1_800_000,
      record: dataSubjectRecord,
    },
  ],
  minimumInterval: {
    strict: { minute: 15, hour: 15, day: 15, week: 15 },
    lenient: { minute: 15, hour: 1, day: 1, week: 1 },
  },
  checkCredential,
};

function checkCredential(params: Record<string, Json>): VendorRefusal | undefined {
  if (params.host !== knownHost) {
    return { httpStatus: 502, message: 'The host name of the OneTrust environment could not be resolved.' };
  }
  switch (params.accessToken) {
    case 'ot_tributary':
      return undefined;
    case 'ot_expired':
      return { httpStatus: 401, message: 'The access token has expired.' };
    default:
      return { httpStatus: 401, message: 'The access token is invalid.' };
  }
}
