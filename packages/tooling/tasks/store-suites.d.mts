export declare const STORE_SUITES: string[];
