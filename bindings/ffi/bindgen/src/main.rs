//! `uniffi-bindgen`, of the version that `himaya-ffi` is compiled with.

fn main() {
    uniffi::uniffi_bindgen_main();
}
