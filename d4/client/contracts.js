// Written by "standin types" from openapi/et.yaml, openapi/mews.yaml, openapi/vcf.yaml, openapi/webadmit.yaml. Do not edit: write it again.
export {};
