import json

import pytest

from game.cli.app import run


@pytest.mark.parametrize("kind", ["products", "credit"])
def test_a_firm_can_be_simulated_as_json(kind, capsys):
    assert run(["firm", kind, "--years", "60", "--no-bonus", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    first = told["tables"]["what-the-firm-earns-in-a-year"]
    assert told["years"] == 60
    assert [row["policies"] for row in first[:2]] == ["firm-win", "role-bound"]
    assert first[1]["from_firm_win_high"] < 0


def test_pay_is_told_in_tables(capsys):
    assert run(["firm", "pay", "--years", "20"]) == 0
    told = capsys.readouterr().out
    assert "0.28571" in told
    assert "84 %" in told.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("products", "Lo que gana la empresa en un año"),
        ("credit", "todos por la empresa"),
        ("pay", "Lo que vale hablar"),
    ],
)
def test_a_study_is_told_in_spanish_too(kind, words, tmp_path, capsys):
    short = [] if kind == "pay" else ["--no-bonus", "--set", "meetings=0"]
    assert run(["firm", kind, "--years", "20", *short, "--language", "es", "--out", str(tmp_path)]) == 0
    assert words in capsys.readouterr().out
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert "--language es" in page
    assert words in page


def test_ones_own_contract_by_the_line_can_be_tried(capsys):
    paid = "sales=revenue - 450 sold - pushing,production=900 sold - direct - setups"
    assert (
        run(["firm", "products", "--years", "20", "--no-bonus", "--json", "--mix", paid, "--mix", "equal-share"]) == 0
    )
    rows = json.loads(capsys.readouterr().out)["tables"]["what-the-firm-earns-in-a-year"]
    assert {row["policies"] for row in rows} > {paid, "equal-share"}


def test_a_folder_gets_a_report_with_figures_and_tables(tmp_path, capsys):
    asked = ["firm", "products", "--years", "30", "--no-bonus", "--set", "meetings=0", "--mix", "units"]
    assert run([*asked, "--out", str(tmp_path)]) == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "dilemma firm products --firm bicycles --years 30 --seed 1 --no-bonus --mix units --set meetings=0" in page
    assert "data:image/svg+xml" in page
    assert (tmp_path / "tables" / "what-the-firm-earns-in-a-year.csv").exists()
    assert json.loads((tmp_path / "summary.json").read_text())["answer"] in page.replace("&#39;", "'")
    assert capsys.readouterr().out.endswith("report.html\n")


def test_a_study_goes_on_where_it_was_stopped_and_refuses_other_settings(tmp_path, capsys):
    asked = ["firm", "products", "--years", "1100", "--no-bonus", "--set", "meetings=0", "--out", str(tmp_path)]
    assert run(asked) == 0
    whole = (tmp_path / "rows.csv").read_bytes()
    chunks = sorted((tmp_path / "rows").iterdir())
    kept = chunks[0].stat().st_mtime_ns
    for path in (*chunks[1:4], tmp_path / "rows.csv", tmp_path / "report.html"):
        path.unlink()
    (chunks[5].parent / f".{chunks[5].name}.half").write_bytes(b"torn by a kill")
    assert run([*asked, "--workers", "1"]) == 0
    assert (tmp_path / "rows.csv").read_bytes() == whole
    assert chunks[0].stat().st_mtime_ns == kept
    capsys.readouterr()
    assert run([*asked, "--seed", "2"]) == 2
    assert "holds another run: seed is 1 there and 2 here" in capsys.readouterr().err


def test_pay_refuses_a_folder_of_other_figures(tmp_path, capsys):
    asked = ["firm", "pay", "--years", "20", "--out", str(tmp_path)]
    assert run(asked) == 0
    assert run(asked) == 0
    capsys.readouterr()
    assert run([*asked, "--set", "fines=[0.2]"]) == 2
    assert "holds another run" in capsys.readouterr().err


def test_the_same_seed_tells_the_same(capsys):
    found = []
    for _ in range(2):
        assert run(["firm", "products", "--years", "20", "--seed", "9", "--no-bonus", "--json"]) == 0
        found.append(json.loads(capsys.readouterr().out)["tables"])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["products", "--firm", "bicycle"], "did you mean 'bicycles'?"),
        (["products", "--firm", "desk"], "dilemma firm credit --firm desk"),
        (["credit", "--firm", "pay"], "is about pay, not a firm"),
        (["pay", "--figures", "desk"], "give a file of kind 'pay'"),
        (["products", "--years", "1"], "give 2 or more"),
        (["products", "--seed", "-1"], "seed"),
        (["products", "--set", "city.cost=-1"], "give 0 or more"),
        (["products", "--set", "city.market=1"], "nobody pays more than"),
        (["products", "--set", "products=[]"], "give at least 1"),
        (["products", "--mix", "firm-wim"], "did you mean 'firm-win'?"),
        (["credit", "--mix", "revenue"], "policy for business"),
        (["credit", "--set", "rate_low=0.9"], "below rate_low"),
        (["credit", "--set", "loss=-0.1"], "loss"),
        (["credit", "--set", "applicants=0"], "applicants"),
        (["credit", "--set", "rate_low=nan"], "rate_low"),
        (["credit", "--mix", ""], "policy"),
        (["products", "--set", "seasons=[1,1,1,2]"], "must add up to 4"),
        (["products", "--set", "uncertainty=-1"], "uncertainty"),
        (["products", "--set", "city.slope=0"], "slope"),
        (["products", "--set", "nothing=1"], "nothing"),
        (["products", "--set", "city.cost"], "city.cost"),
        (["products", "--firm", "/nowhere/firm.toml"], "cannot read /nowhere/firm.toml"),
        (["products", "--workers", "0"], "workers"),
        (["products", "--mix", "sales=revenue"], "production has nothing to play for"),
        (["products", "--mix", "sails=revenue,firm-win"], "did you mean 'sales'?"),
        (["products", "--mix", "transfer-prise"], "did you mean 'transfer-price'?"),
        (["products", "--mix", "sales=revenue - 450 solt,production=unit-cost"], "did you mean 'sold'?"),
        (["products", "--language", "fr"], "language"),
        (["pay", "--language", "e"], "language"),
        (["pay", "--set", "departments=[]"], "departments"),
        (["pay", "--set", "two_tasks.overlap=1"], "overlap"),
        (["products", "--mix", "sales=1e999 revenue,production=unit-cost"], "give finite numbers"),
        (["products", "--set", "city.holding=1e300"], "give 1e+12 or less"),
        (["credit", "--set", "level=1e300"], "give 1e+12 or less"),
        (["pay", "--set", "push.own_rate=1e9"], "give 0.2 or less"),
        (["pay", "--set", "push.moved_factor=1"], "give more than 1"),
        (["pay", "--set", "blame=-1"], "give 0 or more"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, complaint, capsys):
    assert run(["firm", *arguments]) == 2
    told = capsys.readouterr()
    assert complaint in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "kind is None"),
        ('kind = "product"', "give one of 'products', 'credit', 'pay'"),
        ('kind = "products"\nname = "x"\nproducts = []', "give at least 1"),
        ('kind = "products"\nname = "x"', "products"),
        ('kind = "products"\nname = "x"\n[[products]]\nname = "a"\nmarket = 9\nslope = 1\ncost = -2', "or more\n"),
        ('kind = "products"\nname = "x"\n[[products]]\nname = "a"\nmarket = 9\nslope = 1\ncost = 20', "below that\n"),
        ('kind = "products"\nname = "x"\n[[products]]\nname = "a"\nmarket = 10', "slope"),
        ('kind = "products"\nname = ', "is not TOML"),
        ('kind = "credit"\nname = "x"\napplicants = 10.5', "applicants"),
        ('kind = "credit"\nname = "x"\nspeling = 1', "applicants is missing"),
        ("\x00", "is not TOML"),
    ],
)
def test_a_bad_file_is_one_line_and_exit_2(text, complaint, tmp_path, capsys):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    assert run(["firm", "products", "--firm", str(path)]) == 2
    told = capsys.readouterr()
    assert complaint in told.err
    assert told.err.count("\n") == 1
