#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| clausecheck_fuzz::run("annotate", data));
