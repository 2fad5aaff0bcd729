//! The command line: one case a file in `tests/cmd`, and what the README shows.

#[test]
fn command_line() {
    // Colours, terminal width and continuous integration must not change what is compared.
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("XDG_CONFIG_HOME", "no-such-folder")
        .env("CLAUSECHECK_NO_CACHE", "true")
        .case("tests/cmd/*.toml")
        .case("tests/cmd/*.trycmd")
        .case("samples/policy/README.md")
        .case("README.md");
}
