//! Small valid inputs from which the mutations of each target start.

use crate::parts::zip;
use clausecheck::extract::Options;
use clausecheck::worker;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="MAIN"/></Relationships>"#;
const RELATIONS_OF_WORD: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='x/footnotes' Target='footnotes.xml'/><Relationship Id='rId2' Type='x/header' Target='header1.xml'/><Relationship Id='rId3' Type='x/comments' Target='comments.xml'/><Relationship Id='rId4' Type='x/hyperlink' Target='http://localhost/' TargetMode='External'/><Relationship Id='rId5' Type='x/numbering' Target='numbering.xml'/><Relationship Id='rId6' Type='x/styles' Target='styles.xml'/></Relationships>";
const RELATIONS_OF_BOOK: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='rId3' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>";
const BOOK: &str = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
const RELATIONS_OF_SLIDES: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='x/slide' Target='slides/slide1.xml'/></Relationships>";
const SLIDES: &str = "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><p:sldIdLst><p:sldId id='256' r:id='rId1'/></p:sldIdLst></p:presentation>";

/// The parts without which a format is not recognised, unless the input has its own.
pub(crate) fn needed(target: &str, data: &[u8]) -> Vec<(&'static str, &'static str)> {
    match target {
        "docx" => vec![
            ("[Content_Types].xml", TYPES),
            ("word/document.xml", ""),
            ("word/_rels/document.xml.rels", RELATIONS_OF_WORD),
        ],
        "sheets" => vec![
            ("[Content_Types].xml", TYPES),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS_OF_BOOK),
        ],
        "opendocument" if data.windows(11).any(|part| part == b"spreadsheet") => {
            vec![("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]
        }
        "opendocument" => vec![("mimetype", "application/vnd.oasis.opendocument.text")],
        _ => vec![
            ("[Content_Types].xml", TYPES),
            ("ppt/presentation.xml", SLIDES),
            ("ppt/_rels/presentation.xml.rels", RELATIONS_OF_SLIDES),
        ],
    }
}

fn parts(parts: &[(u8, &str)]) -> Vec<u8> {
    let mut data = Vec::new();
    for (number, content) in parts {
        data.extend_from_slice(&[0, *number + 1]);
        data.extend_from_slice(content.as_bytes());
    }
    data
}

/// Small valid inputs of a target.
#[must_use]
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    match target {
        "docx" => word(),
        "sheets" => books(),
        "opendocument" => open_documents(),
        "pptx" => slides(),
        "pdf" => pdfs(),
        "annotate" => [word(), pdfs()].concat(),
        "rtf" => texts(&[
            r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Arial;}}{\*\generator x;}\pard\plain\f0\fs24 1.\tab The Supplier shall encrypt \b data\b0\par{\listtext 1.1\tab}\ilvl1 within 24\'a0hours\line and \u8364?\par\trowd\cellx1000\cellx2000\intbl a\cell b\cell\row{\footnote note}{\v hidden}{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}\bin3 abc}",
            r"{\rtf1\mac\uc2\u-3913 ??{\header h}{\info{\title t}}\page\sect{\pict\pngblip 89504e47}}",
        ]),
        "html" => texts(&[
            "<!DOCTYPE html><html><head><title>t</title><style>p{}</style><script>x()</script></head><body><h1>1. Security</h1><p>The Supplier <b>shall</b> encrypt&nbsp;data.<br>x<ol type=a start=3><li>one<ul><li>two</ul></ol><table><tr><th>ID<td>Krav<tr><td rowspan=2 colspan=3>1<td>Must</table><div style='display:none'>hidden</div><img src=http://localhost/x alt=y><pre>a\n b</pre><svg><text>s</text></svg></body></html>",
            "<table><table><tr><td><template><p>x</template><select><option>o</select><math><mi>x</mi></math>&#x1F600;&bogus;<!-- c --><![CDATA[d]]>",
        ]),
        "markdown" => texts(&[
            "# 1. Security\n\nThe Supplier *shall* encrypt `data`[^1].\n\n1. one\n   - two\n     > three\n\n| ID | Krav |\n|---|:-:|\n| 1 | Must |\n\n```x\ncode\n```\n\n[l](http://x) ![i](y) <b>h</b> &amp;\n\n[^1]: note\n\nSetext\n===\n\n- [ ] task\n",
        ]),
        "text" => texts(&[
            "1. Security\n\n1.1 The Supplier shall encrypt data.\n    (a) within 24 hours;\n    (b) always.\n\nSCHEDULE 1\n\u{c}Page 2\n",
            "\u{feff}å ä ö \u{200b}\u{202e}x\u{202c} ﬁles en\u{441}rypt\r\nm å s t e\r\n",
        ]),
        "mail" => mails(),
        "zip" => archives(),
        "structure" => judged(),
        "rules" => rules(),
        "frames" => frames(),
        "terms" => texts(&[
            "supplier*\n*krypter*\nshall .. not\nauthori[sz]ation*\ndata cent(re|er)s?\nTLS\nauditor's\0The Supplier's okrypterade data-centres shall, without authorisation, not use tls or TLS; the auditor’s\nx",
        ]),
        _ => Vec::new(),
    }
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn word() -> Vec<Vec<u8>> {
    let open = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:v' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:body>";
    let body = "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Security</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/><w:color w:val='FFFFFF'/><w:sz w:val='2'/></w:rPr><w:t xml:space='preserve'>The Supplier </w:t></w:r><w:ins w:id='1'><w:r><w:t>shall</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>may</w:delText></w:r></w:del><w:r><w:tab/><w:noBreakHyphen/><w:sym w:font='Symbol' w:char='F0B7'/><w:footnoteReference w:id='2'/></w:r><w:hyperlink><w:r><w:t>encrypt</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>data</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>ID</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id='9'/></w:trPr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice Requires='w'><w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p></mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent><w:sdt><w:sdtContent><w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt><w:sectPr><w:headerReference w:type='default' r:id='rId2'/></w:sectPr></w:body></w:document>";
    let numbering = "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:abstractNum w:abstractNumId='0'><w:multiLevelType w:val='multilevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Heading1'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2'/><w:lvlRestart w:val='1'/><w:isLgl/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='4'/></w:lvlOverride></w:num></w:numbering>";
    let styles = "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/><w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style><w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:basedOn w:val='Heading1'/></w:style></w:styles>";
    let notes = "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let header = "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:r><w:t>Header</w:t></w:r></w:p></w:hdr>";
    let comments = "<w:comments xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:comment w:id='0'><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>";
    let whole = format!("{open}{body}");
    vec![
        parts(&[(0, &whole), (1, numbering), (2, styles), (3, notes), (4, header), (5, comments)]),
        parts(&[(0, &whole.replace("w:", "x:"))]),
        parts(&[(0, &whole), (1, numbering)]),
    ]
}

fn books() -> Vec<Vec<u8>> {
    let sheet = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><dimension ref='A1:D9'/><cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Krav</t></is></c></row><row r='2' hidden='1'><c r='A2' s='1'><v>44000.5</v></c><c r='B2' t='b'><v>1</v></c><c r='C2' t='e'><v>#REF!</v></c><c r='D2'><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells><hyperlinks><hyperlink ref='A1'/></hyperlinks></worksheet>";
    let strings = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' count='1' uniqueCount='1'><si><r><t xml:space='preserve'>The Supplier </t></r><r><t>shall encrypt.</t></r></si><si><t>Must</t></si></sst>";
    let styles = "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts count='1'><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";
    let comments = "<comments xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><commentList><comment ref='A1'><text><r><t>c</t></r></text></comment></commentList></comments>";
    vec![
        parts(&[(0, sheet), (1, strings), (3, styles), (5, comments)]),
        parts(&[(0, sheet), (1, strings)]),
        parts(&[(2, &BOOK.replace("name='S'", "name='T' state='hidden'")), (0, sheet)]),
    ]
}

fn open_documents() -> Vec<Vec<u8>> {
    let names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'";
    let text = format!(
        "<office:document-content {names}><office:automatic-styles><style:style style:name='P1' style:family='paragraph' style:parent-style-name='Heading'><style:text-properties text:display='none'/></style:style><text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/></text:list-style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level='1' text:style-name='P1'>Security</text:h><text:p>The Supplier<text:s text:c='3'/>shall<text:tab/><text:line-break/><text:change text:change-id='c1'/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p><text:list text:style-name='L1'><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-column table:number-columns-repeated='2'/><table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-spanned='2'><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><draw:image xlink:href='http://localhost/'/></draw:frame></office:text></office:body></office:document-content>"
    );
    let sheet = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name='S' table:display='false'><table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16000'/></table:table-row><table:table-row><table:table-cell office:value-type='string' table:number-columns-repeated='3'><text:p>Krav</text:p></table:table-cell><table:table-cell office:value-type='float' office:value='1.5'><text:p>1,5</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {names}><office:styles><style:style style:name='Heading' style:family='paragraph' style:parent-style-name='P1'/><text:outline-style><text:outline-level-style text:level='1' style:num-format='A' text:display-levels='9'/></text:outline-style></office:styles><office:master-styles><style:master-page><style:header><text:p>h</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    );
    vec![parts(&[(0, &text), (1, &styles)]), parts(&[(0, &text)]), parts(&[(0, &sheet)])]
}

fn slides() -> Vec<Vec<u8>> {
    let slide = "<p:sld xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' show='0'><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Security</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody><a:p><a:pPr lvl='1'><a:buAutoNum type='arabicPeriod'/></a:pPr><a:r><a:t>The Supplier shall</a:t></a:r><a:br/><a:fld><a:t>3</a:t></a:fld></a:p></p:txBody></p:sp><p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan='2'><a:txBody><a:p><a:r><a:t>c</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>";
    vec![
        parts(&[(0, slide)]),
        parts(&[(0, slide), (1, SLIDES), (5, &RELATIONS.replace("MAIN", "ppt/presentation.xml"))]),
    ]
}

fn pdfs() -> Vec<Vec<u8>> {
    let content = "BT /F1 12 Tf 72 700 Td (1. Security) Tj 0 -14 Td [(The Sup) -20 (plier shall)] TJ T* <656e> Tj ET q 1 0 0 1 5 5 cm /X Do Q BT 3 Tr /F1 1 Tf (hidden) Tj ET /P <</MCID 0>> BDC EMC 0 0 m 100 0 l S";
    let body = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Outlines 8 0 R/Names<</EmbeddedFiles<</Names[(a) 9 0 R]>>>>/PageLabels<</Nums[0<</S/r>>]>>/AcroForm<</Fields[10 0 R]>>>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[11 0 R 10 0 R]/Resources<</Font<</F1 5 0 R/F2 12 0 R>>/XObject<</X 6 0 R>>>>>>\nendobj\n4 0 obj\n<</Length {}>>stream\n{content}\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/A/fi/B]>>/ToUnicode 7 0 R>>\nendobj\n6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream\nendobj\n7 0 obj\n<</Length 90>>stream\n1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <5a> <0041> endbfrange\nendstream\nendobj\n8 0 obj\n<</First 13 0 R/Last 13 0 R>>\nendobj\n9 0 obj\n<</Type/Filespec/F(a.txt)/EF<</F 14 0 R>>>>\nendobj\n10 0 obj\n<</Subtype/Widget/FT/Tx/V(value)/Rect[0 0 10 10]/Kids[10 0 R]>>\nendobj\n11 0 obj\n<</Subtype/FreeText/Contents(note)/Rect[0 0 1 1]/A<</S/URI/URI(http://localhost/)>>>>\nendobj\n12 0 obj\n<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/A/DescendantFonts[<</Subtype/CIDFontType2/W[0[500 600]1 9 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>\nendobj\n13 0 obj\n<</Title(Security)/Parent 8 0 R/Next 13 0 R/Dest[3 0 R/XYZ 0 0 0]>>\nendobj\n14 0 obj\n<</Length 1>>stream\nx\nendstream\nendobj\ntrailer\n<</Size 15/Root 1 0 R>>\n%%EOF\n",
        content.len()
    );
    vec![body.into_bytes()]
}

fn mails() -> Vec<Vec<u8>> {
    texts(&[
        "From: a@example.com\r\nTo: b@example.com\r\nSubject: =?utf-8?B?w6U=?= tender\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe Supplier =E5 shall\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>The Supplier</p>\r\n--y--\r\n--x\r\nContent-Type: application/octet-stream; name*=utf-8''a%2Etxt\r\nContent-Disposition: attachment; filename=\"../a.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIFN1cHBsaWVyIHNoYWxsLg==\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nInner text.\r\n--x--\r\n",
        "From: a\nSubject: b\n\ntext\n",
    ])
}

fn archives() -> Vec<Vec<u8>> {
    let inner = zip(&[("c.md", b"# Three"), ("../d.txt", b"four")]);
    vec![zip(&[
        ("a.txt", b"The Supplier shall encrypt."),
        ("b/in.zip", &inner),
        ("mail.eml", b"From: a\nSubject: b\n\ntext\n"),
    ])]
}

fn judged() -> Vec<Vec<u8>> {
    texts(&[
        "# SERVICE AGREEMENT\n\nbetween Acme Ltd (\"Supplier\") and Town of X (the \"Customer\").\n\nContents\n\n1 Scope ..... 3\n\n## 1. Definitions\n\n\"Incident\" means any event.\n\n## 2. Security\n\n2.1 The Supplier shall:\n\n(a) notify within twenty-four (24) hours;\n\n(b) use TLS 1.2 and not SSL; and\n\n(c) subject to Clause 9, (i) log; (ii) keep 12 months.\n\n2.2 Must the Supplier? [insert]\n\n| ID | Requirement | Priority | Answer |\n|--|--|--|--|\n| K1 | The Supplier must encrypt. | M | yes |\n\n# Schedule 1\n\nSee Annex 7. Liability is limited to EUR 10 million or 99,9 %.\n",
        "Leverantören ska inom 72 timmar underrätta Beställaren. Leverantören får inte anlita underleverantör utan skriftligt medgivande.\n\n§ 3 Loggning\n\na) ska\n\nb) bör\n",
    ])
}

fn rules() -> Vec<Vec<u8>> {
    texts(&[
        "name: ours\nversion: \"1\"\ndescription: d\nextends: baseline\noverrides:\n  x: {severity: low}\n\0concepts:\n  - id: ours-a\n    name: a\n    terms: {en: [alpha, \"be(t|d)a*\"]}\n\0id: x\nfamily: incidents\ntitle: t\nseverity: high\nrequirement: r\nwhy: w\nexpects:\n  - all: [must, ours-a]\n",
        "name: ours\nversion: \"1\"\ndescription: d\n",
        "a: &a [1,2]\nb: {<<: *a}\nc: !!str x\n? y\n: |\n  z\n",
    ])
}

fn frames() -> Vec<Vec<u8>> {
    let inputs = [
        ("a.md", judged().remove(0)),
        ("a.zip", archives().remove(0)),
        ("a.pdf", pdfs().remove(0)),
        ("a.txt", b"One.\x0cTwo.".to_vec()),
    ];
    inputs
        .iter()
        .filter_map(|(name, bytes)| worker::say(bytes, name, &Options::default()).ok())
        .collect()
}
