"""The web explorer: pages that are whole without JavaScript, one file a page. Their scripts lie in `app/explorer`."""
