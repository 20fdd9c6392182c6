<?php
// PHP's own web server has no rewriting: all that is no file goes to WordPress.
$file = getenv('BLOG_FOLDER') . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF'] = '/index.php';
require getenv('BLOG_FOLDER') . '/index.php';
