// The files themselves, taken in by #embed when this file is compiled. A new file needs its lines here.
#include "include/shipped.h"

static const unsigned char calendars_cn[] = {
#embed "../../Data/calendars/CN.csv"
};
static const unsigned char markets_de[] = {
#embed "../../Data/markets/DE.yaml"
};
static const unsigned char markets_fr[] = {
#embed "../../Data/markets/FR.yaml"
};
static const unsigned char markets_gb[] = {
#embed "../../Data/markets/GB.yaml"
};
static const unsigned char markets_us[] = {
#embed "../../Data/markets/US.yaml"
};
static const unsigned char model_sale_gates[] = {
#embed "../../Data/samples/model-sale/gates.yaml"
};
static const unsigned char model_sale_products[] = {
#embed "../../Data/samples/model-sale/products.yaml"
};
static const unsigned char model_sale[] = {
#embed "../../Data/samples/model-sale/sale.yaml"
};
static const unsigned char shipping_batteries[] = {
#embed "../../Data/shipping/batteries.yaml"
};
static const unsigned char shipping_express[] = {
#embed "../../Data/shipping/express.yaml"
};
static const unsigned char shipping_post[] = {
#embed "../../Data/shipping/post.yaml"
};
static const unsigned char shipping_return_courier[] = {
#embed "../../Data/shipping/return-courier.yaml"
};
static const unsigned char shipping_return_post[] = {
#embed "../../Data/shipping/return-post.yaml"
};
static const unsigned char shipping_warehouses[] = {
#embed "../../Data/shipping/warehouses.yaml"
};
static const unsigned char tariffs_de[] = {
#embed "../../Data/tariffs/DE.yaml"
};
static const unsigned char tariffs_eu[] = {
#embed "../../Data/tariffs/EU.yaml"
};
static const unsigned char tariffs_fr[] = {
#embed "../../Data/tariffs/FR.yaml"
};
static const unsigned char tariffs_gb[] = {
#embed "../../Data/tariffs/GB.yaml"
};
static const unsigned char tariffs_us[] = {
#embed "../../Data/tariffs/US.yaml"
};
static const unsigned char tariffs_rates[] = {
#embed "../../Data/tariffs/rates.yaml"
};
static const unsigned char tariffs_sources[] = {
#embed "../../Data/tariffs/sources.yaml"
};
static const unsigned char tariffs_us_sales_tax[] = {
#embed "../../Data/tariffs/us-sales-tax.yaml"
};

static const unsigned char look_shop_css[] = {
#embed "../Web/Look/shop.css"
};
static const unsigned char look_shop_js[] = {
#embed "../Web/Look/shop.js"
};
static const unsigned char look_verify_js[] = {
#embed "../Web/Look/verify.js"
};
static const unsigned char look_icon_svg[] = {
#embed "../Web/Look/icon.svg"
};
static const unsigned char look_goods_svg[] = {
#embed "../Web/Look/goods.svg"
};

const struct shipped_file shipped_files[] = {
    { "Data/calendars/CN.csv", calendars_cn, sizeof calendars_cn },
    { "Data/markets/DE.yaml", markets_de, sizeof markets_de },
    { "Data/markets/FR.yaml", markets_fr, sizeof markets_fr },
    { "Data/markets/GB.yaml", markets_gb, sizeof markets_gb },
    { "Data/markets/US.yaml", markets_us, sizeof markets_us },
    { "Data/samples/model-sale/gates.yaml", model_sale_gates, sizeof model_sale_gates },
    { "Data/samples/model-sale/products.yaml", model_sale_products, sizeof model_sale_products },
    { "Data/samples/model-sale/sale.yaml", model_sale, sizeof model_sale },
    { "Data/shipping/batteries.yaml", shipping_batteries, sizeof shipping_batteries },
    { "Data/shipping/express.yaml", shipping_express, sizeof shipping_express },
    { "Data/shipping/post.yaml", shipping_post, sizeof shipping_post },
    { "Data/shipping/return-courier.yaml", shipping_return_courier, sizeof shipping_return_courier },
    { "Data/shipping/return-post.yaml", shipping_return_post, sizeof shipping_return_post },
    { "Data/shipping/warehouses.yaml", shipping_warehouses, sizeof shipping_warehouses },
    { "Data/tariffs/DE.yaml", tariffs_de, sizeof tariffs_de },
    { "Data/tariffs/EU.yaml", tariffs_eu, sizeof tariffs_eu },
    { "Data/tariffs/FR.yaml", tariffs_fr, sizeof tariffs_fr },
    { "Data/tariffs/GB.yaml", tariffs_gb, sizeof tariffs_gb },
    { "Data/tariffs/US.yaml", tariffs_us, sizeof tariffs_us },
    { "Data/tariffs/rates.yaml", tariffs_rates, sizeof tariffs_rates },
    { "Data/tariffs/sources.yaml", tariffs_sources, sizeof tariffs_sources },
    { "Data/tariffs/us-sales-tax.yaml", tariffs_us_sales_tax, sizeof tariffs_us_sales_tax },
    { "Look/shop.css", look_shop_css, sizeof look_shop_css },
    { "Look/shop.js", look_shop_js, sizeof look_shop_js },
    { "Look/verify.js", look_verify_js, sizeof look_verify_js },
    { "Look/icon.svg", look_icon_svg, sizeof look_icon_svg },
    { "Look/goods.svg", look_goods_svg, sizeof look_goods_svg },
};
const size_t shipped_files_count = sizeof shipped_files / sizeof shipped_files[0];

const struct shipped_file *shipped_file_at(size_t index) { return &shipped_files[index]; }
