<?php
// Installs WordPress into an empty database and writes the posts and comments of export-threads: php seed.php FILE
// The tables are filled directly: wp_insert_comment reads and counts for every one of them, which takes minutes for 10,000.
define('WP_INSTALLING', true);
// No mail.
function wp_new_blog_notification()
{
}

[, $file] = $argv;
$_SERVER['HTTP_HOST'] = getenv('BLOGKIT_WORDPRESS_HOST');
require getenv('BLOGKIT_WORDPRESS_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Measured', 'writer', 'writer@example.org', true, '', wp_generate_password());
switch_theme('twentytwentyone');
foreach ([
    'thread_comments' => 1, 'thread_comments_depth' => 5, 'page_comments' => 1, 'comments_per_page' => 50,
    'default_comments_page' => 'oldest', 'comment_order' => 'asc', 'show_avatars' => 1,
    // Nothing waits for a moderator, as in the blog that is measured beside it.
    'comment_moderation' => 0, 'comment_previously_approved' => 0, 'comments_notify' => 0, 'moderation_notify' => 0, 'comment_max_links' => 0,
] as $name => $value) {
    update_option($name, $value);
}

// Plain addresses: the installation chose others, because the server answers them.
$wp_rewrite->set_permalink_structure('');
$wp_rewrite->flush_rules();

global $wpdb;
$begin = time() - 30 * 86400;
$nextComment = 1 + (int) $wpdb->get_var("SELECT COALESCE(MAX(comment_ID), 0) FROM {$wpdb->comments}");
foreach (new SplFileObject($file) as $line) {
    if (trim($line) === '') {
        continue;
    }

    $post = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    $id = wp_insert_post([
        'import_id' => $post['id'], 'post_title' => $post['title'], 'post_content' => $post['text'], 'post_status' => 'publish',
        'post_author' => 1, 'comment_status' => 'open', 'post_date_gmt' => gmdate('Y-m-d H:i:s', $begin), 'post_date' => gmdate('Y-m-d H:i:s', $begin),
    ], true);
    if ($id !== $post['id']) {
        throw new RuntimeException("Post {$post['id']} was not written as such.");
    }

    $rows = [];
    foreach ($post['comments'] as $comment) {
        $date = gmdate('Y-m-d H:i:s', $begin + 60 * (1 + $comment['number']));
        $rows[] = $wpdb->prepare(
            "(%d, %d, %s, %s, '', '127.0.0.1', %s, %s, %s, 0, '1', 'BlogKit.LoadTest', 'comment', %d, 0)",
            $nextComment + $comment['number'], $id, $comment['name'], $comment['email'], $date, $date, $comment['text'],
            $comment['parent'] === null ? 0 : $nextComment + $comment['parent']);
    }

    foreach (array_chunk($rows, 500) as $some) {
        if ($wpdb->query("INSERT INTO {$wpdb->comments} (comment_ID, comment_post_ID, comment_author, comment_author_email, comment_author_url,
            comment_author_IP, comment_date, comment_date_gmt, comment_content, comment_karma, comment_approved, comment_agent, comment_type,
            comment_parent, user_id) VALUES " . implode(',', $some)) === false) {
            throw new RuntimeException($wpdb->last_error);
        }
    }

    $nextComment += count($rows);
    wp_update_comment_count_now($id);
    echo "{$post['thread']}: post $id, " . count($rows) . " comments\n";
}
