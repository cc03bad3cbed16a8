/**
 * Packages whose models name what a loop calls though it is no coroutine: handlers, callbacks, methods of protocols.
 * Such code names one of them somewhere in its file. `test/sieve.test.ts` compares these lists with the models.
 */
export const ROOT_PACKAGES: readonly string[] = (
  'aiohttp aiokafka anyio bleak chainlit discord fastapi homeassistant litestar nats nicegui reflex sanic socketio ' +
  'starlette telegram tornado trio websockets'
).split(' ');

/** What is named, too, where the package is not: the object, or the class above, comes from another file of the project. */
export const ROOT_NAMES: readonly string[] = (
  'add_callback add_callback_from_signal add_check add_delete add_done_callback add_endpoint add_event_handler ' +
  'add_future add_get add_handler add_head add_options add_patch add_post add_put add_reader add_route ' +
  'add_signal_handler add_timeout add_websocket_route add_writer after_server_start after_server_stop author_rename ' +
  'before_server_start before_server_stop bot_check bot_check_once buffer_updated call_at call_later call_soon ' +
  'call_soon_threadsafe check_etag_header check_once check_origin check_update cog_check cog_load cog_unload ' +
  'collect_additional_context compute_etag connect_accepted_socket connect_read_pipe connect_write_pipe ' +
  'connection_lost connection_made create_connection create_datagram_endpoint create_server create_unix_connection ' +
  'create_unix_server data_received datagram_received dynamic_cooldown eof_received error_received ' +
  'find_device_by_filter get_buffer get_current_user get_login_url header_auth_callback interaction_check ' +
  'log_exception oauth_callback on_app_shutdown on_app_startup on_audio_chunk on_audio_end on_audio_start ' +
  'on_begin_upload on_chat_end on_chat_resume on_chat_start on_click on_close on_connect on_connection_close ' +
  'on_delete on_disconnect on_exception on_expand on_feedback on_finish on_logout on_mcp_connect on_mcp_disconnect ' +
  'on_message on_multi_upload on_page_exception on_pagination_change on_partitions_assigned on_partitions_revoked ' +
  'on_pick on_ping on_pong on_rejected on_request on_response on_scroll on_select on_settings_edit ' +
  'on_settings_update on_shared_thread_view on_shutdown on_slack_reaction_added on_startup on_stop on_tick ' +
  'on_upload on_value_change on_window_message password_auth_callback pause_writing pipe_connection_lost ' +
  'pipe_data_received process_exited resume_writing run_sync select_subprotocol set_chat_profiles ' +
  'set_default_headers set_exception_handler set_starter_categories set_starters spawn_callback start_notify ' +
  'start_server start_task_soon start_unix_server subprocess_exec subprocess_shell subscribe_bind write_error'
).split(' ');

/**
 * Regular expressions for what has a plain name, in files that have the object or the class above from elsewhere:
 * `@app.get('/')`, `class Users(BaseHandler)`, `def on_message(self`, `button(on_click=`, `app.timer(`.
 */
export const ROOT_FORMS: readonly string[] = [
  String.raw`^[ \t]*@[\w.]+\.(?:callback|check|connect|cooldown|delete|event|get|head|middleware|on|options|page|patch|post|put|route|timer)\b`,
  String.raw`^[ \t]*class[ \t]+\w+\([^)]*Handler\b`,
  String.raw`\bdef[ \t]+on_\w+\(self\b`,
  String.raw`\bon_\w+[ \t]*=`,
  String.raw`\.(?:on|timer)\(`,
];
