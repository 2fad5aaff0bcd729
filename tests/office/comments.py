"""Counts the comments of annotated copies with python-docx, which reads them as Word does: every mark in the
text has its comment, and none is empty.

    python comments.py COPY.docx...
"""

import sys

import docx
from docx.oxml.ns import qn


def check(path):
    document = docx.Document(path)
    comments = {comment.comment_id: comment for comment in document.comments}
    marks = [int(mark.get(qn("w:id"))) for mark in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(marks) == sorted(comments), f"{path}: marks and comments differ"
    assert all(comment.text.strip() for comment in comments.values()), f"{path}: an empty comment"
    print(f"{path}: {len(comments)} comments")
    return len(comments)


if __name__ == "__main__":
    assert sum(check(path) for path in sys.argv[1:]) > 0, "no comments at all"
