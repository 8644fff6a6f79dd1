// Written by "standin types" from the document of the admin API. Do not edit: write it again.
export {};
