import { twilioVendor } from '../twilio';

export const vendor = twilioVendor('Twilio TaskRouter', 'taskrouter');
