import unittest

from picture_models.js_literal import LiteralError, exported_literal

_BUNDLE = (
    '!function(e){{"object"==typeof exports?module.exports=e():0}}(function(){{return '
    "function e(a,n){{var u=n[d]={{exports:{{}}}}}}"
    "({{1:[function(e,a,n){{a.exports={}}},{{}}]}})}});"
)


def bundled(literal: str) -> str:
    return _BUNDLE.format(literal)


class ExportedLiteral(unittest.TestCase):
    def test_reads_an_object_as_minifiers_write_it(self) -> None:
        literal = "{a:-.5,b:[1,2e3,0x10,],'c d':\"x\",7:!0,e:!1,f:null,g:void 0,}"
        self.assertEqual(
            exported_literal(bundled(literal)),
            {"a": -0.5, "b": [1, 2000, 16], "c d": "x", "7": True, "e": False, "f": None,
             "g": None},
        )  # fmt: skip

    def test_reads_a_string_and_its_escapes(self) -> None:
        self.assertEqual(exported_literal(bundled(r'"a\"\n\u0041\x42+/="')), 'a"\nAB+/=')

    def test_refuses_code_in_place_of_data(self) -> None:
        for literal in ("{a:load()}", "{a:1+1}", "[1 2]", '"open', "{a:}"):
            with self.subTest(literal), self.assertRaises(LiteralError):
                exported_literal(bundled(literal))

    def test_refuses_a_file_that_exports_nothing_or_two_things(self) -> None:
        for source in ("", "a.exports=f()", 'a.exports="x"};b.exports="y"}'):
            with self.subTest(source), self.assertRaises(LiteralError):
                exported_literal(source)


if __name__ == "__main__":
    unittest.main()
