//! Nothing that a document points at is ever fetched (fault cases 15, 17, 23, 37): a server on this
//! machine sees no request, whether documents are opened in a guarded process or in this one.

use super::office::docx;
use super::office::odt;
use super::office::xlsx_with;
use super::pdf;
use super::settings;
use clausecheck::app;
use clausecheck::app::Limits;
use clausecheck::app::Settings;
use clausecheck::input;
use clausecheck::ruleset;
use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::net::TcpStream;
use std::path::Path;

/// Documents that point at `at`, a host with its port, in every way that their format has.
fn documents(at: &str) -> Vec<(&'static str, Vec<u8>)> {
    let url = format!("http://{at}/");
    let text = "The Supplier shall encrypt.";
    let entities = format!(
        "<!DOCTYPE x SYSTEM \"{url}a.dtd\" [<!ENTITY % p SYSTEM \"{url}p\"> %p; <!ENTITY e SYSTEM \"{url}e\">]>"
    );
    let relations = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='x/image' Target='{url}i.png' TargetMode='External'/>\
         <Relationship Id='r2' Type='x/attachedTemplate' Target='{url}t.dotm' TargetMode='External'/>\
         <Relationship Id='r3' Type='x/oleObject' Target='{url}o' TargetMode='External'/>\
         <Relationship Id='r4' Type='x/aFChunk' Target='{url}c' TargetMode='External'/>\
         <Relationship Id='r5' Type='x/image' Target='file://{at}/share' TargetMode='External'/>\
         <Relationship Id='r6' Type='x/image' Target='\\\\{at}\\share' TargetMode='External'/>\
         <Relationship Id='r7' Type='x/footnotes' Target='{url}f' TargetMode='External'/></Relationships>"
    );
    let word = format!(
        "{entities}<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
         <w:body><w:p><w:r><w:t>{text}&e;</w:t></w:r><w:r><w:instrText>INCLUDETEXT \"{url}x\" \
         INCLUDEPICTURE \"{url}y\" DDEAUTO</w:instrText></w:r></w:p></w:body></w:document>"
    );
    let html = format!(
        "<!DOCTYPE html><html><head><base href='{url}'><link rel=stylesheet href='{url}s.css'><script \
         src='{url}s.js'></script><meta http-equiv=refresh content='0;url={url}'></head><body \
         background='{url}b'><p>{text}</p><img src='{url}i'><iframe src='{url}f'></iframe><object \
         data='{url}o'></object><svg><image href='{url}v'/></svg><style>@import '{url}c'</style></body></html>"
    );
    let rtf = format!(
        "{{\\rtf1 {text}\\par{{\\field{{\\*\\fldinst INCLUDEPICTURE \"{url}p\"}}{{\\fldrslt x}}}}\
         {{\\*\\template {url}t}}{{\\object\\objautlink{{\\*\\objclass x}}{{\\*\\objdata {url}}}}}}}"
    );
    let open = format!(
        "{entities}<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:xlink='http://www.w3.org/1999/xlink' \
         xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><office:body><office:text>\
         <text:p>{text}&e;<draw:image xlink:href='{url}i' xlink:actuate='onLoad'/></text:p><text:section>\
         <text:section-source xlink:href='{url}s'/></text:section></office:text></office:body></office:document-content>"
    );
    let mail = format!(
        "From: a@example.com\r\nSubject: b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: \
         text/html\r\n\r\n<p>{text}<img src='{url}m'>\r\n--x\r\nContent-Type: message/external-body; \
         access-type=URL; URL=\"{url}e\"\r\n\r\n--x--\r\n"
    );
    vec![
        ("a.docx", docx(&word, &[("word/_rels/document.xml.rels", &relations)])),
        ("a.xlsx", xlsx_with(&[("xl/externalLinks/_rels/externalLink1.xml.rels", &relations)])),
        ("a.html", html.into_bytes()),
        ("a.rtf", rtf.into_bytes()),
        ("a.odt", odt(&open)),
        ("a.eml", mail.into_bytes()),
        ("a.md", format!("{text} ![x]({url}i) [y]({url}j)\n\n<img src='{url}k'>\n").into_bytes()),
        ("a.pdf", pdf::pointing_at(&url)),
    ]
}

/// Whether nobody has come since the last time.
fn is_quiet(server: &TcpListener) -> bool {
    matches!(server.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
}

fn check(folder: &Path, settings: &Settings) {
    let packs = input::collect(&[folder.display().to_string()], true).unwrap();
    let ruleset = ruleset::load("baseline").unwrap();
    let report = app::check(&packs, &ruleset, settings, &|_| {}).unwrap();
    // All were opened and read, so all that they point at was met.
    assert_eq!(report.packs.len(), 8);
    let documents = report.packs.iter().flat_map(|pack| &pack.documents);
    for document in documents.filter(|document| !document.path.contains("attachment")) {
        assert!(document.language.code() == "en", "{}: {:?}", document.path, document.notes);
    }
}

#[test]
fn nothing_that_a_document_points_at_is_fetched() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    server.set_nonblocking(true).unwrap();
    let at = server.local_addr().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in documents(&at.to_string()) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    check(folder.path(), &settings(Limits::default()));
    assert!(is_quiet(&server), "a guarded process reached out");
    let unguarded = Settings { isolation: None, ..settings(Limits::default()) };
    check(folder.path(), &unguarded);
    assert!(is_quiet(&server), "a reader reached out");
    // The server would have seen it.
    drop(TcpStream::connect(at).unwrap());
    assert!((0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        !is_quiet(&server)
    }));
}
