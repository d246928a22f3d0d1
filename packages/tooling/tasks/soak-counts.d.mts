export declare function describeCounts(text: string): string[];
