"""The web room a class votes in: a server of its own process, and the pages phones and the teacher open.

This page is the protocol. Everything is JSON over plain HTTP on one port; `commands.py` and `questions.py` hold the
shapes as types.

**The process.** `launch.open_room(…)` starts `python -m game.classroom` and keeps it up: killed, it comes back within a
second on the same port with the same token and every vote. It returns an `OpenRoom` with url, token, code, addresses,
file and close().
The token travels through the child's stdin and the answer through its stdout, both pipes; it is in no file, no
argument and no environment. `dilemma class` then hands `url` (loopback) and `token` to the projector
(`game.screens.projector.open_projector`, called with url=, token=, lesson=, language=), which needs no import from
here.

**Phases.** The room is always in one of:

    lobby      phones join and wait
    ask        a question is on the big screen, to think and talk about; nobody can vote yet
    vote       votes are taken and may be changed
    locked     no more changes; nothing shown yet
    revealed   phones show their own vote and the class
    debrief    phones say "look at the big screen"
    ticket     the exit ticket: several questions at once, votes taken and changed as in `vote`
    closed     the end; phones say goodbye. Nothing follows

**The teacher's desk** (console page and projector). Every request carries `Authorization: Bearer TOKEN`.

    GET  /desk/state?after=V     the desk state at once if its `version` is not V, else when it changes, or after 20 s;
                                 a projector adds &screen=1, and obeys the `presses` with a number it has not seen
    POST /desk/say  {"do": …}    obey one command; 200 with {"ok": true, "state": desk state},
                                 409 {"ok": false, "why": one line} when it does not fit the phase, 400 when malformed,
                                 401 for a wrong token, 429 with Retry-After after too many wrong ones
    GET  /qr.json (no token)     [{"address": "http://192.168.1.5:8642/KQXM", "rows": ["1110…", …]}, …] without margin
    GET  /desk/export.csv | export.json | report.html     (token as above)

    {"do": "ask", "question": Q}             shows a question (phase ask); from any phase but closed
    {"do": "open"} or {…, "question": Q}     takes votes (phase vote): from ask, from locked, or at once with Q
    {"do": "ticket", "questions": [Q, …]}    1–6 questions at once (phase ticket)
    {"do": "lock"}                           vote or ticket → locked; happens by itself when `seconds` have run out
    {"do": "reveal"}                         locked → revealed (from vote and ticket it locks first)
    {"do": "debrief", "text": T}             → debrief; T may be left out
    {"do": "lobby"}                          → lobby, between two questions
    {"do": "next"}                           ask → vote → locked → revealed → debrief → the plan's next step
    {"do": "plan", "steps": [{"ask": Q} | {"ticket": [Q, …]} | {"debrief": T}, …]}    what `next` asks after a debrief
                                             (with "title": T the report is headed by it)
    {"do": "undo"}                           takes back the last step; an undone question's votes are dropped
    {"do": "blank", "on": true}              big screen and phones dark
    {"do": "live", "on": true}               counts are in the desk state before the reveal too (never on phones)
    {"do": "door", "open": false}            no new phones; those known come back as before
    {"do": "scene", "clock": "88:21", "score": "0–1"}    what phones show above the question
    {"do": "hands", "round": 3, "counts": [12, 9]}       hands counted by eye; added to the phones' votes
    {"do": "match", …}, {"do": "whistle"}    the live match, see below
    {"do": "press", "key": K}                a key of the projector's, from afar; not kept in the room's file
    {"do": "close", "sure": true}            → closed

    T = a text, or one by language: "Go?" or {"en": "Go?", "es": "¿Vas?"}
    Q = {"text": T, "kind": "choice", "options": [{"text": T, "why": T?, "shape": S?}, 2 to 6 of them], "seconds": 20?,
         "name": "job"?, "when": "before" | "after" ?, "sure": true?}
      | {"text": T, "kind": "number", "low": 0, "high": 100, "step": 5, "unit": T?, …the same…}
    K = on (Space) | pause | again | larger | smaller | keys | language
    S = shield | arrow | disc | square | triangle | diamond      (left out: dealt in that order)

`name` ties a question asked twice together, `when` says which time it is: the report draws before and after.
`sure` adds "How sure? 1–5". A text holds at most 300 characters and is shown as text, whatever is in it.

The desk state:

    {"version": 17, "phase": "vote", "blank": false, "live": false, "door": true, "hands_up": false, "language": "en",
     "code": "KQXM", "addresses": ["http://192.168.1.5:8642"], "joined": 28, "scene": {"clock": "", "score": ""},
     "left": 12.5 | null, "text": T | null, "plan": {"at": 2, "of": 7, "next": T | null}, "rounds": [1, 2, 3],
     "back": {"phase": "ask", "votes": 0} | null, "trouble": "disk" | null, "screen": true,
     "presses": [[1713, "pause"], …],
     "questions": [{…Q, "round": 3, "votes": 21, "hands": null | [12, 9], "class": null | C}],   # those on show
     "past": [{…Q, "round": 1, "class": C}, …], "matches": [M, …], "results": [R, …]}
    C = choice: {"counts": [13, 8], "hands": [0, 0], "sure": [3.1, 2.0] | null}     # counts hold the hands too
        number: {"counts": [[0, 3], [5, 7], …], "mean": 4.1, "median": 5}

`back` is where `undo` leads and how many votes it drops. `class` is null until the reveal unless `live` is on. Nothing
in it says who voted what.

**Phones.** WebSocket `/ws`, or the same messages by long poll: `POST /poll` {"say": "hello"|"vote"|…, "id": …} answers
{"messages": […]}; {"say": "wait", "id": …, "version": 17} answers when something has changed, or after 20 s.

    → {"say": "hello", "id": 32 hex digits, "code": "KQXM"}                     joins, or comes back
    → {"say": "vote", "round": 3, "answer": 1, "sure": 4?, "n": 5}             n rises with every vote of this phone
    ← {"say": "state", "version": …, "phase": …, "blank": …, "code": …, "scene": …, "left": …, "text": …,
       "play": false,
       "questions": [{…Q, "round": 3, "yours": {"answer": 1, "sure": 4, "n": 5} | null, "class": null | C}]}
    ← {"say": "saved", "round": 3, "answer": 1, "sure": 4, "n": 5}              only once it is on the disk
    ← {"say": "no", "why": W}      W = code | door | full | locked | old | often | hello | shape | disk

A vote with an `n` already seen changes nothing and is answered as before. The id is made on the phone, never stored
here: votes are filed under an alias, a keyed hash with a key of this room; exports deal P01, P02 … in the aliases'
order, which says nothing of who came first.

**The live match.** {"do": "match", "scenario": "late-deficit", "seed": 7, "who": "one" | "eleven", "pay":
"post" | "team" | "both", "speed": 2} plays one in a process of its own; with `pay` both, two on the same luck, and the
phones are dealt to them by lot. While one is on, `play` is true for phones, which offer the way to the page `/play`.
M = {"pay": "post", "phase": "warming" | "playing" | "over", "clock": "88:21", "score": [0, 1], "steering": 11};
R = {"scenario", "seed", "who", "pay", "start": [0, 1], "final": [1, 1], "points": 1, "pushed": 0.4, "earned": 3.0,
"crew": 14}: `earned` is the mean pay of the eleven, `pushed` the share of steered time told to push.

    WebSocket /pitch
    → hello as above; {"say": "steer", "push": true, "dx": 1, "dy": 0}; {"say": "take"} for the one defender
    ← {"say": "pitch", "phase": "none" | M's, "pay", "who", "teams", "numbers", "slot"?, "post"?, "shared"?, "paid"?,
       "results"?: [R, …], "still"?: true}                                     still: the other match is on
    ← frames of 126 bytes, ten a second (frames.py)
"""
