"""What every `Enroller` does. An implementation's test gives the fixtures and inherits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faceswap.domain.errors import NoFace, PictureRefused


class EnrollerContract:
    """Needs the fixtures `enroller`, `photos` (two of one person) and `faceless` (a photo)."""

    async def test_a_photo_becomes_a_template(self, enroller, photos):
        template = await enroller.enrol(photos[:1])
        assert template.photos == 1
        assert template.data
        assert template.width > 0
        assert template.engine

    async def test_several_photos_become_one_template(self, enroller, photos):
        assert (await enroller.enrol(photos)).photos == 2

    async def test_the_photo_itself_is_not_in_the_template(self, enroller, photos):
        template = await enroller.enrol(photos[:1])
        assert photos[0].data not in template.data

    async def test_a_photo_without_a_face_is_refused_by_name(self, enroller, faceless):
        with pytest.raises(NoFace) as refused:
            await enroller.enrol([faceless])
        assert refused.value.name == faceless.name

    async def test_what_is_no_picture_is_refused_by_name(self, enroller, photos):
        with pytest.raises(PictureRefused) as refused:
            await enroller.enrol([replace(photos[0], data=b"not a picture")])
        assert refused.value.name == photos[0].name
