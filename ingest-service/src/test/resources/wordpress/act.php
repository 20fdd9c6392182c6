<?php
// Does one thing in the blog, with WordPress's own functions, and prints the number of what it made.
list(, $what, $one, $two) = array_pad($argv, 4, '');
if ($what === 'install') {
    define('WP_INSTALLING', true);
}
$_SERVER['HTTP_HOST'] = parse_url(getenv('BLOG_ADDRESS'), PHP_URL_HOST);
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
require getenv('BLOG_FOLDER') . '/wp-load.php';
switch ($what) {
    case 'install':
        require ABSPATH . 'wp-admin/includes/upgrade.php';
        wp_install('Hens', 'robin', 'robin@example.org', true, '', 'invented');
        update_option('permalink_structure', '/%year%/%postname%/');
        update_option('timezone_string', 'Europe/Paris');
        wp_delete_post(1, true);
        break;
    case 'post':
        // As the editor does: first a draft, then published.
        $id = wp_insert_post(['post_status' => 'auto-draft', 'post_author' => 1, 'post_title' => 'Draft']);
        wp_update_post(['ID' => $id, 'post_title' => $one, 'post_content' => $two, 'post_status' => 'publish']);
        echo $id;
        break;
    case 'edit':
        wp_update_post(['ID' => (int) $one, 'post_content' => $two]);
        break;
    case 'comment':
        echo wp_insert_comment([
            'comment_post_ID' => (int) $one, 'comment_content' => $two, 'comment_author' => 'Jo Visitor',
            'comment_approved' => 1, 'comment_type' => 'comment']);
        break;
    case 'edit-comment':
        wp_update_comment(['comment_ID' => (int) $one, 'comment_content' => $two]);
        break;
    case 'trash':
        wp_trash_post((int) $one);
        break;
    case 'trash-comment':
        wp_trash_comment((int) $one);
        break;
    case 'permalinks':
        update_option('permalink_structure', $one);
        break;
    case 'close':
        // What plug-ins do that close the interface to strangers.
        mkdir(WP_CONTENT_DIR . '/mu-plugins', 0777, true);
        file_put_contents(WP_CONTENT_DIR . '/mu-plugins/closed.php', "<?php add_filter('rest_authentication_errors',"
            . " fn() => new WP_Error('rest_not_logged_in', 'Closed.', ['status' => 401]));");
        break;
    default:
        exit(2);
}
