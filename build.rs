//! Rules are embedded; a new rule file must cause a rebuild.

fn main() {
    println!("cargo:rerun-if-changed=rulesets");
}
