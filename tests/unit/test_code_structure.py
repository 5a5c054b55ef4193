"""Structure of the code: unique class names, sizes of classes and modules."""

import ast
from collections import Counter
from pathlib import Path

import deepseek_tui

PACKAGE = Path(deepseek_tui.__file__).parent
MODULES = {str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
LONGEST_CLASS = 250
"""Lines of a class, with its docstrings."""
LONGEST_MODULE = 400
"""Lines of code of a module, without docstrings, comments and empty lines."""
DATA = "messages.py"
"""The name of modules that hold a table of words; they are data and may be longer."""


def public_class_names() -> Counter[str]:
    """Count the modules that define each public class name."""
    nodes = (node for module in MODULES.values() for node in module.body)
    return Counter(node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))


def is_docstring(node: ast.AST) -> bool:
    """Return whether a syntax node is a docstring or another bare string."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def code_lines(module: ast.Module) -> int:
    """Return the number of lines of code in a module.

    Docstrings, comments and blank lines are not counted.
    """
    docstrings = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr) and is_docstring(node)}
    lines: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.stmt) and not is_docstring(node):
            lines.add(node.lineno)
        if isinstance(node, (ast.expr, ast.arg, ast.alias, ast.keyword)) and id(node) not in docstrings:
            lines.update((node.lineno, node.end_lineno or node.lineno))
    return len(lines)


def test_public_class_names_are_unique_in_the_package():
    assert [name for name, count in public_class_names().items() if count > 1] == []


def test_no_class_is_longer_than_the_limit():
    sizes = {
        f"{path}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, module in MODULES.items()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_CLASS} == {}


def test_no_module_is_longer_than_the_limit():
    sizes = {path: code_lines(module) for path, module in MODULES.items() if not path.endswith(DATA)}
    assert {path: size for path, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_code_lines_are_counted_without_docstrings_and_comments():
    module = ast.parse('"""Module."""\n\nx = 1  # one\n# two\n\n\ndef f(\n    a,\n):\n    """Function."""\n    return a\n')
    assert code_lines(module) == 4
