import { twilioVendor } from '../twilio';

export const vendor = twilioVendor('Twilio Frontline', 'frontline-api');
