export function leanCss(): import("vite").Plugin;
