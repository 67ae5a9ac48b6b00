"""`visage`: the commands, and their help. What they need is imported when they run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="visage",
    help="A self-hosted face-swap studio for Discord.\n\n"
    "Try it with [bold]visage demo[/bold]; it needs no account. To run the bot, put DISCORD_TOKEN "
    "into .env and use [bold]visage run[/bold]; [bold]visage doctor[/bold] tells what is missing.",
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ledger = typer.Typer(no_args_is_help=True, help="Look at the ledger of credits.")
app.add_typer(ledger, name="ledger", rich_help_panel="Look around")

SERVE = "Serve"
FILES = "Work on files"
LOOK = "Look around"

Out = Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The file to write.")]
Force = Annotated[bool, typer.Option("--force", help="Write over OUT when it is there already.")]
Mark = Annotated[
    str,
    typer.Option(
        metavar="TEXT",
        help="Letters to draw into the lower right corner, up to 40.",
        show_default=False,
    ),
]
Seed = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=2**32 - 1,
        metavar="N",
        help="Makes the same picture again. [dim]Drawn by chance, unless given.[/dim]",
        show_default=False,
    ),
]


@app.command(rich_help_panel=SERVE)
def run() -> None:
    """Run the bot, and a sidecar of its own unless VISAGE_SIDECAR_URL names another.

    Settings come from the environment and from .env; .env.example shows them all. Ctrl-C or SIGTERM
    ends it: what is being worked on is finished or kept for the next start.
    """
    from bot.__main__ import main as run_bot

    raise typer.Exit(run_bot())


@app.command(rich_help_panel=SERVE)
def sidecar() -> None:
    """Run a sidecar: the process that swaps the faces, for a bot on this machine or another.

    Choose a long random VISAGE_SIDECAR_KEY and give it to both sides. It listens on
    VISAGE_SIDECAR_LISTEN, 127.0.0.1:8787 by default; the bot finds it by VISAGE_SIDECAR_URL.
    """
    from visage.serving import serve_sidecar

    raise typer.Exit(serve_sidecar())


@app.command(rich_help_panel=SERVE)
def gateway() -> None:
    """Run the gateway alone: where results are opened that are too large for Discord.

    The bot runs one itself where VISAGE_GATEWAY_PORT is set for it. Alone, it works on the same
    VISAGE_DATA with the same key, and needs VISAGE_GATEWAY_PORT and VISAGE_GATEWAY_URL.
    """
    from visage.gateway import serve_gateway

    raise typer.Exit(serve_gateway())


@app.command(rich_help_panel=SERVE)
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write, a tar.")],
    without_key: Annotated[
        bool,
        typer.Option(
            "--without-key",
            help="Leave the key file out: the backup alone then opens nothing.",
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over FILE when it is there already.")
    ] = False,
) -> None:
    """Save the bot's data folder into one file, also while the bot runs.

    It holds the database, every picture the database refers to, and the key file that opens them.
    Faces and pictures in it are sealed; names of ids, prices and times are not.

    [dim]visage backup friday.tar[/dim]
    """
    from visage.backup import save

    raise typer.Exit(save(file, with_key=not without_key, force=force))


@app.command(rich_help_panel=SERVE)
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup made by visage backup.")],
    force: Annotated[
        bool, typer.Option("--force", help="Let it take the place of what is in VISAGE_DATA.")
    ] = False,
) -> None:
    """Bring a backup back into the data folder, VISAGE_DATA, which no bot may be using.

    All of it is checked before anything is put in place: checksums, the database, and that no
    picture is missing. The folder must be empty, or --force given.

    [dim]VISAGE_DATA=visage-data visage restore friday.tar[/dim]
    """
    from visage.backup import bring_back

    raise typer.Exit(bring_back(file, force=force))


@app.command(rich_help_panel=LOOK)
def demo(
    output: Annotated[
        Path, typer.Argument(metavar="[OUTPUT]", help="The folder to write the visit to.")
    ] = Path("demo-output"),
) -> None:
    """Play a scripted visit on a local Discord, and show it as a page.

    No token, no account, no network. The folder gets every picture of the visit and index.html.
    """
    from playground.demo import main as play

    raise typer.Exit(play(output))


@app.command(rich_help_panel=LOOK)
def doctor() -> None:
    """Tell what is installed, what really runs, and what is missing.

    Runs the engine on a sample picture. Exit code 1 when something is broken. Shows no secrets.
    """
    from visage.doctor import examine

    raise typer.Exit(examine())


@ledger.command()
def check() -> None:
    """Prove that all credits are where the ledger says they are.

    Every account, pool and hold is computed anew from the ledger, which is only ever added to, and
    whatever differs is named. Works on the database in VISAGE_DATA, also while the bot runs; it
    changes nothing. Exit code 1 when something differs.
    """
    from visage.ledger import check_credits

    raise typer.Exit(check_credits())


@app.command(rich_help_panel=FILES)
def swap(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE... TARGET",
            help="Photos of faces, or templates made by enrol, then the picture, animation or "
            "video they go into. Several sources go to its faces from left to right, in a clip as "
            "they appear; _ leaves a face as it is.",
            show_default=False,
        ),
    ],
    out: Out,
    options: Annotated[
        str,
        typer.Option(
            metavar="FLAGS",
            help="-m keeps the target's mouth, -f its skin texture, "
            "-s sharpens; such as --options '-m -s'.",
        ),
    ] = "",
    face: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=25,
            metavar="N",
            show_default=False,
            help="Which face of the target, as visage faces numbers them: from the left, in a clip "
            "as they appear. [dim]The largest, unless given.[/dim]",
        ),
    ] = None,
    at: Annotated[
        float,
        typer.Option(
            min=0,
            max=86_400,
            metavar="SECONDS",
            help="Where in a clip to look for the largest face, for one SOURCE without --face.",
            show_default=False,
        ),
    ] = 0.0,
    has_audio: Annotated[
        bool, typer.Option(" /--no-audio", help="Leave the sound of a video away.")
    ] = True,
    mark: Mark = "",
    force: Force = False,
) -> None:
    """Swap faces in a picture, an animation or a video, without a bot.

    An animation (GIF, APNG, WebP, AVIF) comes back as its own kind, a video as MP4 or, where OUT
    says so, WebM. Ctrl-C stops it.

    [dim]visage swap me.jpg party.jpg -o out.jpg[/dim]

    [dim]visage swap me.jpg _ you.vsg group.png -o out.png --options '-s'[/dim]

    [dim]visage swap me.jpg holiday.mov -o out.mp4 --at 3.5[/dim]
    """
    from visage.files import swap_files

    raise typer.Exit(
        swap_files(
            files,
            out,
            options=options,
            face=face,
            at=at,
            has_audio=has_audio,
            mark=mark,
            force=force,
        )
    )


@app.command(rich_help_panel=FILES)
def headshot(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="A photo of a face, or a template made by enrol.",
            show_default=False,
        ),
    ],
    prompt: Annotated[
        str,
        typer.Argument(metavar="PROMPT", help="What is to be seen, in words.", show_default=False),
    ],
    out: Out,
    no: Annotated[
        list[str] | None,
        typer.Option(
            "--no",
            metavar="WORDS",
            help="What is not to be seen; as often as is wanted.",
            show_default=False,
        ),
    ] = None,
    is_square: Annotated[bool, typer.Option("--square", help="1024 x 1024 pixels.")] = False,
    is_portrait: Annotated[
        bool, typer.Option("--portrait", help="832 x 1216 pixels, unless another is given.")
    ] = False,
    is_landscape: Annotated[bool, typer.Option("--landscape", help="1216 x 832 pixels.")] = False,
    seed: Seed = None,
    is_grid: Annotated[
        bool,
        typer.Option("--grid", help="Make four to choose from, OUT-1 to OUT-4, a seed apart."),
    ] = False,
    mark: Mark = "",
    force: Force = False,
) -> None:
    """Make a portrait of a face from words.

    By default one of our own scenes is drawn; VISAGE_MAKER names other makers of pictures.
    The same words and seed make the same picture. The flags may stand in the prompt, as on Discord.

    [dim]visage headshot me.jpg 'a mad king in royal blue' --no green -o king.jpg[/dim]
    """
    from faceswap.domain.wording import Frame
    from visage.making import Headshot, make_headshot

    chosen = {
        Frame.SQUARE: is_square,
        Frame.PORTRAIT: is_portrait,
        Frame.LANDSCAPE: is_landscape,
    }
    frames = [frame for frame, is_chosen in chosen.items() if is_chosen]
    asked = Headshot(source, prompt, out, no or [], frames, seed, is_grid=is_grid, mark=mark)
    raise typer.Exit(make_headshot(asked, force=force))


@app.command(rich_help_panel=FILES)
def changebg(
    picture: Annotated[
        Path,
        typer.Argument(
            metavar="PICTURE", help="A still picture with people in it.", show_default=False
        ),
    ],
    out: Out,
    words: Annotated[
        str,
        typer.Argument(metavar="WORDS", help="Where they are to be, in words.", show_default=False),
    ] = "",
    background: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A picture to put behind them instead.", show_default=False
        ),
    ] = None,
    seed: Seed = None,
    force: Force = False,
) -> None:
    """Put the people of a picture somewhere else.

    [dim]visage changebg party.jpg 'a beach in the evening' -o beach.jpg[/dim]

    [dim]visage changebg party.jpg --background office.jpg -o office-party.jpg[/dim]
    """
    from visage.making import Changebg, make_changebg

    asked = Changebg(picture, words, background, out, seed)
    raise typer.Exit(make_changebg(asked, force=force))


@app.command(rich_help_panel=FILES)
def faces(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A picture, an animation or a video.", show_default=False
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="A picture to write, of the faces with their numbers.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
) -> None:
    """List the faces of a picture or a clip by the numbers that swap --face takes.

    Those of a clip are numbered as they appear, and told with their times.

    [dim]visage faces party.gif -o sheet.jpg[/dim]
    """
    from visage.looking import list_faces

    raise typer.Exit(list_faces(file, out, force=force))


@app.command(rich_help_panel=FILES)
def enrol(
    photos: Annotated[
        list[Path],
        typer.Argument(
            metavar="PHOTO...", help="One or more photos of one face.", show_default=False
        ),
    ],
    out: Out,
    force: Force = False,
) -> None:
    """Learn a face from photos of it, and keep what was learnt in a file for swap.

    [dim]visage enrol me1.jpg me2.jpg -o me.vsg[/dim]
    """
    from visage.files import enrol_files

    raise typer.Exit(enrol_files(photos, out, force=force))


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
