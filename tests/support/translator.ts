import { createTranslator } from '../../lib/i18n/translate';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import { getMessageFrom } from './get-message';

export const english = createTranslator(getMessageFrom(en), 'en-GB');
export const chinese = createTranslator(getMessageFrom(zh), 'zh-CN');
