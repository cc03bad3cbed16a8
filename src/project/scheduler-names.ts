/**
 * What the functions of models are called that hand what they are given to the loop, but for classes. A call by another
 * name is not worth looking into. `test/scheduler-names.test.ts` compares this with the models.
 */
export const SCHEDULER_NAMES: ReadonlySet<string> = new Set(
  (
    'add_callback add_callback_from_signal add_check add_delete add_done_callback add_endpoint add_event_handler ' +
    'add_future add_get add_handler add_head add_options add_patch add_post add_put add_reader add_route ' +
    'add_signal_handler add_timeout add_websocket_route add_writer after_server_start after_server_stop ' +
    'async_add_listener author_rename before_server_start before_server_stop button call call_at call_later call_soon ' +
    'call_soon_threadsafe callback carousel check check_once checkbox chip color_input color_picker connect ' +
    'connect_accepted_socket connect_read_pipe connect_write_pipe cooldown create_connection create_datagram_endpoint ' +
    'create_server create_unix_connection create_unix_server dark_mode date delete dropdown_button dynamic_cooldown ' +
    'editor event expansion find_device_by_filter get head header_auth_callback input input_chips interactive_image ' +
    'item keyboard knob menu_item middleware number oauth_callback on on_app_shutdown on_app_startup on_audio_chunk ' +
    'on_audio_end on_audio_start on_begin_upload on_chat_end on_chat_resume on_chat_start on_click on_connect ' +
    'on_delete on_disconnect on_exception on_expand on_feedback on_logout on_mcp_connect on_mcp_disconnect ' +
    'on_multi_upload on_page_exception on_pagination_change on_pick on_rejected on_request on_response on_scroll ' +
    'on_select on_settings_edit on_settings_update on_shared_thread_view on_shutdown on_slack_reaction_added ' +
    'on_startup on_stop on_tick on_upload on_value_change on_window_message options pagination password_auth_callback ' +
    'patch post put radio range rating route run_sync scroll_area select serve set_chat_profiles ' +
    'set_exception_handler set_starter_categories set_starters slider spawn_callback splitter start_notify ' +
    'start_server start_task_soon start_unix_server stepper subprocess_exec subprocess_shell subscribe subscribe_bind ' +
    'switch tab_panels table tabs textarea time timer toggle tree upload wait_for'
  ).split(' '),
);
