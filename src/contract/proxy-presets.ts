/**
 * The values of GOPROXY that have a name. `value` null: the variable is taken out, so that Go's default holds. The
 * mirrors are those that Go's users in China know; `direct` comes after each, for modules that a mirror lacks.
 */
export const proxyPresets = [
  { name: 'default', value: null },
  { name: 'goproxy.cn', value: 'https://goproxy.cn,direct' },
  { name: 'goproxy.io', value: 'https://goproxy.io,direct' },
  { name: 'aliyun', value: 'https://mirrors.aliyun.com/goproxy/,direct' },
  { name: 'direct', value: 'direct' },
  { name: 'off', value: 'off' },
] as const;
