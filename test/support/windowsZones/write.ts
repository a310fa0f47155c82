import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { WINDOWS_ZONES, windowsZonesSource } from './source';

writeFileSync(path.resolve(__dirname, '../../..', WINDOWS_ZONES), windowsZonesSource());
