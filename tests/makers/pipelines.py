"""Pipelines of `diffusers` with small networks and random weights, stored as real ones are."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

LETTERS = "abcdefghijklmnopqrstuvwxyz,.-"
BEGIN, END = "<|startoftext|>", "<|endoftext|>"


def store(folder: Path, *, fills: bool = False, unfit: bool | None = None) -> str:
    """Store a pipeline, and return where.

    Args:
        folder: Where to.
        fills: Whether it is one that fills parts of pictures in.
        unfit: What its safety checker says of every picture; None leaves it out.
    """
    diffusers: Any = import_module("diffusers")
    torch: Any = import_module("torch")
    torch.manual_seed(0)
    # Several threads would wait for each other at each of these small networks' layers.
    torch.set_num_threads(1)
    channels = 9 if fills else 4
    unet = diffusers.UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=8,
        in_channels=channels,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=32,
    )
    vae = diffusers.AutoencoderKL(
        block_out_channels=[32] * 4,
        down_block_types=["DownEncoderBlock2D"] * 4,
        up_block_types=["UpDecoderBlock2D"] * 4,
        latent_channels=4,
    )
    kind = "StableDiffusionInpaintPipeline" if fills else "StableDiffusionPipeline"
    pipeline = getattr(diffusers, kind)(
        unet=unet,
        vae=vae,
        **_reader(folder),
        **_checker(unfit),
        scheduler=diffusers.DDIMScheduler(clip_sample=False, steps_offset=1),
        requires_safety_checker=unfit is not None,
    )
    stored = folder / "pipeline"
    pipeline.save_pretrained(stored)
    return str(stored)


def _reader(folder: Path) -> dict[str, Any]:
    """Return what reads the prompt, letter by letter."""
    transformers: Any = import_module("transformers")
    signs = [*LETTERS, *(f"{letter}</w>" for letter in LETTERS), BEGIN, END]
    words = {sign: number for number, sign in enumerate(signs)}
    (folder / "vocab.json").write_text(json.dumps(words))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    files = str(folder / "vocab.json"), str(folder / "merges.txt")
    config = transformers.CLIPTextConfig(
        bos_token_id=words[BEGIN],
        eos_token_id=words[END],
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        vocab_size=len(words),
    )
    return {
        "tokenizer": transformers.CLIPTokenizer(*files, model_max_length=77),
        "text_encoder": transformers.CLIPTextModel(config),
    }


def _checker(unfit: bool | None) -> dict[str, Any]:
    """Return a safety checker; its thresholds lie where it finds all pictures unfit, or none."""
    if unfit is None:
        return {"safety_checker": None, "feature_extractor": None}
    transformers: Any = import_module("transformers")
    module: Any = import_module("diffusers.pipelines.stable_diffusion.safety_checker")
    vision = {
        "hidden_size": 32,
        "intermediate_size": 37,
        "num_attention_heads": 4,
        "num_hidden_layers": 1,
        "image_size": 32,
        "patch_size": 8,
        "projection_dim": 16,
    }
    config = transformers.CLIPConfig(vision_config=vision, projection_dim=16)
    checker = module.StableDiffusionSafetyChecker(config)
    for name in ("concept_embeds_weights", "special_care_embeds_weights"):
        getattr(checker, name).data.fill_(-2.0 if unfit else 2.0)
    sides = {"height": 32, "width": 32}
    extractor = transformers.CLIPImageProcessor(crop_size=sides, size={"shortest_edge": 32})
    return {"safety_checker": checker, "feature_extractor": extractor}
