create table access_log (
    id text primary key,
    operator text not null references accounts (id),
    page text not null,
    subject text not null,
    account text references accounts (id),
    looked integer not null
) strict;

create table accounts (
    id text primary key,
    mail text not null unique,
    name text not null,
    language text not null,
    market text not null,
    password text not null,
    confirmed integer,
    household text,
    is_operator integer not null default 0,
    created integer not null
, erased integer, idle_since integer not null default 0) strict;

create table addresses (
    id text primary key,
    account text not null references accounts (id),
    country text not null,
    body text not null,
    made integer not null
) strict;

create table allotments (
    id text primary key,
    round text not null references rounds (id),
    product text not null references products (code),
    market text,
    units integer not null constraint units_positive check (units > 0),
    reserved integer not null default 0
        constraint reserved_not_negative check (reserved >= 0),
    sold integer not null default 0
        constraint sold_not_negative check (sold >= 0),
    next_number integer not null default 1,
    batches integer not null default 0,
    chain text not null,
    constraint never_oversold check (reserved + sold <= units),
    constraint numbers_of_units check (next_number between 1 and units + 1)
) strict;

create table attempts (
    bucket text not null,
    at integer not null
) strict;

create table batches (
    allotment text not null references allotments (id),
    sequence integer not null,
    made integer not null,
    entries text not null,
    hash text not null,
    primary key (allotment, sequence)
) strict;

create table beacons (
    round text primary key references rounds (id),
    name text not null,
    source text not null,
    list_closes integer not null,
    published integer not null,
    fallback integer not null,
    closed integer,
    value text,
    constraint beacon_in_order
        check (list_closes < published and published < fallback)
) strict;

create table called_off (
    of_order text not null references orders (id),
    product text not null,
    quantity integer not null constraint called_off_positive check (quantity > 0),
    primary key (of_order, product)
) strict;

create table claim_photos (
    claim text not null references claims (id),
    position integer not null
        constraint claim_photo_position check (position between 1 and 4),
    kind text not null,
    body blob not null,
    primary key (claim, position)
) strict;

create table claims (
    id text primary key,
    number text not null unique,
    warranty text not null references warranties (id),
    account text not null references accounts (id),
    description text not null,
    wish text,
    address text not null,
    state text not null,
    asked integer not null,
    reason text,
    remedy text,
    goods text references goods_returns (id),
    carrier text,
    tracking_number text,
    sent text
) strict;

create table confirmations (
    id text primary key,
    account text not null references accounts (id),
    purpose text not null,
    password text,
    expires integer not null,
    used integer
, mail text, former_mail text) strict;

create table customs_cases (
    id text primary key,
    of_order text not null references orders (id),
    parcel text not null unique references parcels (id),
    market text not null,
    state text not null,
    body text not null
) strict;

create table customs_lines (
    id text primary key,
    of_case text not null references customs_cases (id),
    event text not null,
    day text not null,
    recorded integer not null,
    detail text not null
) strict;

create table deadlines (
    subject text not null,
    kind text not null,
    ends integer not null,
    last_day text not null,
    anchor text not null,
    anchored integer not null,
    rule text not null,
    state text not null,
    settled integer,
    primary key (subject, kind)
) strict;

create table discrepancies (
    id text primary key,
    method text not null,
    subject text not null,
    finding text not null,
    detail text not null,
    found integer not null,
    closed integer,
    closed_by text,
    unique (method, subject, finding)
) strict;

create table disputes (
    reference text primary key,
    payment text not null references payments (id),
    amount integer not null,
    currency text not null,
    reason text not null,
    state text not null,
    opened integer not null,
    changed integer not null
) strict;

create table goods_returns (
    id text primary key,
    number text not null unique,
    of_order text not null references orders (id),
    reason text not null,
    method text,
    cost integer not null constraint way_costs check (cost >= 0),
    currency text not null,
    borne_by text not null,
    state text not null,
    requested integer not null,
    sent text,
    received text,
    condition text,
    note text,
    deduction integer,
    refund text references refunds (id)
) strict;

create table idempotency_keys (
    account text not null references accounts (id),
    key text not null,
    route text not null,
    fingerprint text not null,
    subject text not null,
    made integer not null,
    primary key (account, key)
) strict;

create table jobs (
    kind text not null,
    subject text not null,
    due integer not null,
    owed integer not null,
    asked integer not null default 1,
    attempts integer not null default 0,
    leased_until integer not null default 0,
    given_up integer not null default 0,
    trouble text,
    primary key (kind, subject)
) strict;

create table journal (
    id text primary key,
    about text not null,
    event text not null,
    happened integer not null,
    detail text not null
) strict;

create table ledger (
    kind text not null,
    subject text not null,
    of_order text not null references orders (id),
    amount integer not null constraint entry_positive check (amount > 0),
    currency text not null,
    bearer text not null,
    booked integer not null,
    primary key (kind, subject)
) strict;

create table moves (
    account text primary key references accounts (id),
    round text not null references rounds (id),
    code_hash text not null unique,
    expires integer not null
) strict;

create table notices (
    id text primary key,
    method text not null,
    event text not null,
    kind text not null,
    body text not null,
    received integer not null,
    state text not null,
    outcome text not null, payment text,
    unique (method, event)
) strict;

create table offers (
    sale text not null references sales (id),
    product text not null references products (code),
    market text not null,
    price integer not null constraint price_positive check (price > 0),
    currency text not null,
    unit_limit integer not null constraint limit_positive check (unit_limit > 0),
    primary key (sale, product, market)
) strict;

create table order_lines (
    of_order text not null references orders (id),
    reservation text not null references reservations (id),
    product text not null,
    quantity integer not null constraint quantity_positive check (quantity > 0),
    price integer not null,
    currency text not null,
    primary key (of_order, reservation)
) strict;

create table order_states (
    of_order text primary key references orders (id),
    market text not null,
    subdivision text not null,
    sales integer not null constraint sales_not_negative check (sales >= 0),
    currency text not null,
    placed integer not null
) strict;

create table orders (
    id text primary key,
    number text not null unique,
    account text not null references accounts (id),
    sale text not null references sales (id),
    market text not null,
    language text not null,
    total integer not null constraint total_not_negative check (total >= 0),
    currency text not null,
    state text not null,
    placed integer not null,
    promise text not null,
    quote text not null,
    address text not null,
    dispatched text,
    delivered text,
    last_return_day text
, told_of_withdrawal text, forgotten integer, reduced integer) strict;

create table parcel_items (
    of_parcel text not null references parcels (id),
    product text not null,
    quantity integer not null constraint parcel_items_positive check (quantity > 0),
    primary key (of_parcel, product)
) strict;

create table parcels (
    id text primary key,
    of_order text not null references orders (id),
    number integer not null constraint parcel_number_positive check (number > 0),
    carrier text not null,
    tracking_number text not null,
    dispatched text not null,
    state text not null,
    delivered text, label text, finding text,
    unique (of_order, number)
) strict;

create table payments (
    id text primary key,
    of_order text not null references orders (id),
    method text not null,
    amount integer not null constraint payment_positive check (amount > 0),
    currency text not null,
    state text not null,
    reference text unique,
    capture text unique,
    created integer not null
, decline text) strict;

create table photos (
    product text not null references products (code),
    position integer not null constraint position_positive check (position >= 1),
    stem text not null,
    width integer not null,
    height integer not null,
    texts text not null,
    primary key (product, position)
) strict;

create table pictures (
    name text primary key,
    body blob not null,
    made integer not null
) strict;

create table products (
    code text primary key,
    texts text not null
) strict;

create table recoverables (
    id text primary key,
    of_order text not null references orders (id),
    subject text not null,
    market text not null,
    items text not null,
    charge text not null,
    way text not null,
    amount integer not null constraint recoverable_positive check (amount > 0),
    currency text not null,
    state text not null,
    claimed text,
    reference text,
    received text,
    received_amount integer,
    unique (subject, charge, way)
) strict;

create table refunds (
    id text primary key,
    payment text not null references payments (id),
    amount integer not null constraint refund_positive check (amount > 0),
    currency text not null,
    reason text not null,
    state text not null,
    reference text unique,
    created integer not null
) strict;

create table reservations (
    id text primary key,
    allotment text not null,
    sale text not null,
    product text not null,
    buyer text not null,
    household text,
    ticket text not null,
    asked integer not null constraint asked_positive check (asked > 0),
    quantity integer not null constraint quantity_positive check (quantity > 0),
    numbers text not null,
    state text not null,
    expires integer not null,
    made integer not null,
    key text not null,
    prolonged integer not null default 0,
    unique (buyer, key)
) strict;

create table return_items (
    of_return text not null references goods_returns (id),
    of_order text not null references orders (id),
    product text not null,
    quantity integer not null constraint return_positive check (quantity > 0),
    primary key (of_return, product)
) strict;

create table return_photos (
    goods_return text not null references goods_returns (id),
    position integer not null
        constraint return_photo_position check (position between 1 and 4),
    kind text not null,
    body blob not null,
    primary key (goods_return, position)
) strict;

create table rounds (
    id text primary key,
    sale text not null references sales (id),
    number integer not null,
    room_opens integer not null,
    opens integer not null,
    closes integer not null,
    paused_since integer,
    paused_total integer not null default 0,
    pause_reason text,
    door_burst integer not null constraint door_burst_positive check (door_burst > 0),
    door_per_minute integer not null
        constraint door_pace_positive check (door_per_minute > 0),
    seed text not null,
    commitment text not null,
    drawn integer,
    entrants text,
    last_place integer not null default 0,
    unique (sale, number),
    constraint times_in_order check (room_opens <= opens and opens < closes)
) strict;

create table rule_confirmations (
    sale text not null references sales (id),
    place text not null,
    name text not null,
    terms text not null,
    rules text not null,
    confirmed integer not null,
    confirmed_by text not null,
    primary key (sale, place, name, terms)
) strict;

create table sales (
    id text primary key,
    code text not null unique,
    order_policy text not null,
    hold integer not null constraint hold_positive check (hold > 0),
    texts text not null,
    created integer not null
) strict;

create table schema_version (
    number integer not null primary key,
    name text not null
) strict;

create table secrets (
    name text primary key,
    secret blob not null
) strict;

create table sessions (
    token_hash text primary key,
    account text not null references accounts (id),
    created integer not null,
    seen integer not null
, device text not null default '') strict;

create table standbys (
    allotment text not null references allotments (id),
    ticket text not null references tickets (id),
    place integer not null,
    buyer text not null references accounts (id),
    household text,
    quantity integer not null constraint standby_quantity_positive check (quantity > 0),
    unit_limit integer not null,
    made integer not null,
    primary key (allotment, ticket)
) strict;

create table tickets (
    id text primary key,
    round text not null references rounds (id),
    account text not null references accounts (id),
    entered integer not null,
    place integer, from_address text, from_device text,
    unique (round, account),
    unique (round, place)
) strict;

create table tracking_events (
    of_parcel text not null references parcels (id),
    event text not null,
    kind text not null,
    happened integer not null,
    place text not null,
    heard integer not null,
    primary key (of_parcel, event)
) strict;

create table units (
    allotment text not null,
    number integer not null constraint number_positive check (number > 0),
    reservation text,
    primary key (allotment, number)
) strict, without rowid;

create table warranties (
    id text primary key,
    number text not null unique,
    of_order text not null references orders (id),
    product text not null,
    unit integer not null constraint warranty_unit_positive check (unit > 0),
    part text not null,
    holder text not null references accounts (id),
    market text not null,
    delivered text not null,
    ended integer,
    unique (of_order, product, unit)
) strict;

create table warranty_codes (
    warranty text primary key references warranties (id),
    code_hash text not null unique,
    expires integer not null
) strict;

create table wishes (
    id text primary key,
    mail text not null,
    country text not null,
    language text not null,
    asked integer not null,
    confirmed integer,
    told integer, about text, product text, announced text,
    unique (mail, country)
) strict;

create table withdrawals (
    id text primary key,
    said_number text not null,
    name text not null,
    mail text not null,
    language text not null,
    items text,
    declared integer not null,
    of_order text references orders (id),
    outcome text not null,
    detail text not null,
    form_key text not null unique
) strict;

create index access_log_by_age on access_log (looked);

create index access_log_of_account on access_log (account, looked);

create index accounts_idle on accounts (market, idle_since) where erased is null;

create index addresses_of_account on addresses (account, id);

create unique index allotments_of_round
    on allotments (round, product, coalesce(market, ''));

create index attempts_by_age on attempts (at);

create index attempts_in_bucket on attempts (bucket, at);

create index claims_by_state on claims (state, id);

create index claims_of_account on claims (account, id);

create index claims_of_return on claims (goods);

create index claims_of_warranty on claims (warranty, id);

create unique index claims_open on claims (warranty)
    where state not in ('declined', 'done');

create index confirmations_of_account on confirmations (account);

create index customs_cases_by_state on customs_cases (state, id);

create index customs_cases_of_order on customs_cases (of_order);

create index customs_lines_of_case on customs_lines (of_case, id);

create index deadlines_by_state on deadlines (state, ends);

create index deadlines_open on deadlines (ends) where state = 'open';

create index discrepancies_open on discrepancies (found) where closed is null;

create index disputes_by_state on disputes (state, opened);

create index goods_returns_by_state on goods_returns (state, id);

create index goods_returns_of_order on goods_returns (of_order, id);

create index goods_returns_of_refund on goods_returns (refund);

create index idempotency_keys_by_age on idempotency_keys (made);

create index jobs_due on jobs (due) where given_up = 0;

create index journal_about on journal (about, id);

create index ledger_of_order on ledger (of_order);

create index moves_by_age on moves (expires);

create index notices_by_state on notices (state, received);

create index notices_of_payment on notices (payment);

create index order_lines_of_reservation on order_lines (reservation);

create index order_states_by_age on order_states (market, placed);

create index orders_by_state on orders (state, promise);

create index orders_dispatched on orders (dispatched) where dispatched is not null;

create index orders_of_account on orders (account, id);

create index orders_to_forget on orders (market, placed) where forgotten is null;

create index orders_to_reduce on orders (market, placed) where reduced is null;

create index parcels_by_state on parcels (state, id);

create index parcels_by_tracking_number on parcels (tracking_number);

create index payments_by_state on payments (state, created);

create index payments_of_order on payments (of_order, id);

create index recoverables_by_state on recoverables (state, id);

create index recoverables_of_order on recoverables (of_order);

create index refunds_by_state on refunds (state, created);

create index refunds_of_payment on refunds (payment);

create index reservations_of_household
    on reservations (household, sale, product, state, quantity)
    where household is not null;

create index reservations_unpaid on reservations (allotment, expires)
    where state = 'live';

create index return_items_of_order on return_items (of_order, product);

create index sessions_by_age on sessions (created);

create index sessions_of_account on sessions (account);

create index standbys_in_order on standbys (allotment, place);

create index standbys_of_ticket on standbys (ticket);

create index tickets_of_account on tickets (account, id);

create index units_returned on units (allotment, number) where reservation is null;

create index warranties_of_holder on warranties (holder, id);

create index warranty_codes_by_age on warranty_codes (expires);

create index wishes_of_country on wishes (country, confirmed);

create index wishes_of_sales on wishes (country, id) where about = 'sale';

create index wishes_unconfirmed on wishes (asked) where confirmed is null;

create index withdrawals_by_outcome on withdrawals (outcome, id);

create index withdrawals_of_order on withdrawals (of_order);

