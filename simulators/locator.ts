import type { INodeParameterResourceLocator } from 'n8n-workflow';

/** A resource locator as n8n stores it. */
export const located = (mode: string, value: string): INodeParameterResourceLocator => ({ __rl: true, mode, value });
export const bySid = (value: string) => located('id', value);
export const byName = (value: string) => located('name', value);
export const fromList = (value: string) => located('list', value);
export const byIdentity = (value: string) => located('identity', value);
