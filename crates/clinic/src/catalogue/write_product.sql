INSERT INTO product (
    id, name, generic_name, kind, device_class, manufacturer, registration_number, specification, unit, scale,
    pack_quantity, ingredients, contraindications, storage, toxin, retail_price, active
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    generic_name = excluded.generic_name,
    kind = excluded.kind,
    device_class = excluded.device_class,
    manufacturer = excluded.manufacturer,
    registration_number = excluded.registration_number,
    specification = excluded.specification,
    unit = excluded.unit,
    scale = excluded.scale,
    pack_quantity = excluded.pack_quantity,
    ingredients = excluded.ingredients,
    contraindications = excluded.contraindications,
    storage = excluded.storage,
    toxin = excluded.toxin,
    retail_price = excluded.retail_price,
    active = excluded.active
