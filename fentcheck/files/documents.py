"""The prose of a file, in the format that the ending of its name tells."""

from __future__ import annotations

import os

from fentcheck.book.span import START, Problem
from fentcheck.files.disk import PathError, bytes_of, text_of, too_large, unreadable
from fentcheck.limits import DEFAULTS, Limits, Most
from fentcheck.prose.document import Document, whole
from fentcheck.prose.formats.registry import PACKED, read_prose

NO_DOCX = "Word documents are read by python-docx: pip install 'fentcheck[docx]'"


def document_at(
    path: str, limits: Limits = DEFAULTS, size: str = "draft_size"
) -> tuple[Document, tuple[Problem, ...]]:
    """The prose of a file that is there, or why it cannot be read; `-` is standard input, as plain
    text.

    `size` is the limit that holds for its bytes.
    Raises `PathError` where what reads its format is not installed.
    """
    most = limits.most(size)
    ending = os.path.splitext(path)[1].lower() if path != "-" else ""
    if ending in PACKED:
        return _packed_at(path, most, limits)
    text, problems = text_of(path, most)
    return (whole(""), problems) if problems else (read_prose(text, ending, limits), ())


def _packed_at(path: str, most: Most, limits: Limits) -> tuple[Document, tuple[Problem, ...]]:
    from fentcheck.prose.formats.docx import docx

    try:
        data = bytes_of(path, most.value)
        if data is None:
            return _nothing("this is not a regular file")
        if len(data) > most.value:
            return _nothing(too_large(most))
        return docx(data, limits), ()
    except OSError as error:
        return _nothing(error.strerror or "it cannot be opened")
    except ValueError as error:
        return _nothing(str(error))
    except ImportError:
        raise PathError(f"{path}: {NO_DOCX}") from None


def _nothing(message: str) -> tuple[Document, tuple[Problem, ...]]:
    return whole(""), (unreadable(START, message),)
